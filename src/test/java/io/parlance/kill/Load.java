package io.parlance.kill;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Clients that post one request after the other, each on a connection of its own, until the load is closed. */
public final class Load implements AutoCloseable {
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMillis(100);
    private static final int SUCCESS = 200;

    private final Ledger ledger;
    private final ExecutorService threads;
    private final List<CompletableFuture<Void>> clients;
    private volatile boolean stopped;

    /** Starts one client for each of the suppliers, which make its requests. */
    public Load(Ledger ledger, List<Supplier<Post>> posts) {
        this.ledger = ledger;
        threads = Executors.newFixedThreadPool(posts.size());
        clients = posts.stream()
                .map(next -> CompletableFuture.runAsync(() -> run(next), threads))
                .toList();
    }

    /** Waits for the answers that are due; throws if a client failed by itself. */
    @Override
    public void close() {
        stopped = true;
        clients.forEach(CompletableFuture::join);
        threads.shutdown();
    }

    private void run(Supplier<Post> posts) {
        var client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .executor(Runnable::run)
                .connectTimeout(Duration.ofSeconds(10))
                .build();
        while (!stopped) {
            deliver(client, posts.get());
        }
    }

    private void deliver(HttpClient client, Post post) {
        do {
            if (isAcknowledged(client, post)) {
                ledger.acknowledge(post);
                return;
            }
            LockSupport.parkNanos(PAUSE_AFTER_FAILURE.toNanos());
        } while (post.repeatable() && !stopped);
        ledger.giveUp(post);
    }

    private boolean isAcknowledged(HttpClient client, Post post) {
        var sentAt = Instant.now();
        try {
            var answer = client.send(post.request(), BodyHandlers.ofString());
            if (answer.statusCode() == SUCCESS) {
                return true;
            }
            ledger.refuse(refusal(sentAt, answer));
        } catch (IOException noAnswer) {
            ledger.loseConnection();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return false;
    }

    private static Refusal refusal(Instant sentAt, HttpResponse<String> answer) {
        return new Refusal(
                sentAt,
                Duration.between(sentAt, Instant.now()),
                answer.statusCode(),
                answer.headers().firstValue("Retry-After").orElse(""),
                answer.body());
    }
}
