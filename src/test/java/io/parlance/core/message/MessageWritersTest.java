package io.parlance.core.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parlance.core.config.TestConfiguration;
import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MessageWritersTest {
    private static final UUID FIRST = new UUID(0, 0);
    private static final UUID SECOND = new UUID(0, 1);

    private final CountDownLatch gate = new CountDownLatch(1);
    private final AtomicInteger batches = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();
    private final Set<String> writing = ConcurrentHashMap.newKeySet();
    private final MessageWriters writers = new MessageWriters();

    @BeforeEach
    void start() {
        writers.configuration =
                TestConfiguration.of("parlance.intake.writers", "2", "parlance.intake.max-waiting", "3");
        writers.threads = new PlainThreads();
        writers.batchWriter = new BatchWriter() {
            @Override
            void write(Batch batch, Executor answers) {
                batches.incrementAndGet();
                writing.add(Thread.currentThread().getName());
                open.incrementAndGet();
                waitForGate();
                open.decrementAndGet();
                batch.tickets().forEach(ticket -> ticket.replay(new byte[0], answers));
            }
        };
        writers.start();
    }

    @AfterEach
    void stop() {
        gate.countDown();
        writers.stop();
    }

    @Test
    void refusesWhatWouldWaitBeyondTheBound() {
        for (int i = 0; i < 3; i++) {
            assertThat(submit(FIRST)).isNotDone();
        }

        var refused = submit(FIRST);

        assertThat(refused).isCompletedExceptionally();
        assertThat(refused.handle((receipt, failure) -> failure).join())
                .isInstanceOfSatisfying(RejectedException.class, refusal -> {
                    assertThat(refusal.reason()).isEqualTo(Reason.OVERLOADED);
                    assertThat(refusal.retryAfterSeconds()).hasValue(1);
                });
        gate.countDown();
        await().untilAsserted(() -> assertThat(submit(FIRST)).succeedsWithin(Duration.ofSeconds(5)));
    }

    @Test
    void answersOnOtherThreadsThanTheWriters() {
        var answering =
                submit(FIRST).thenApply(receipt -> Thread.currentThread().getName());
        gate.countDown();

        assertThat(writing).doesNotContain(answering.join());
    }

    @Test
    void writesBatchesOfDifferentThreadsSideBySide() {
        submitMany(FIRST);
        await().until(() -> batches.get() == 1);
        submitMany(FIRST);
        submitMany(SECOND);

        await().until(() -> batches.get() == 2);
        assertThat(open).hasValue(2);
        gate.countDown();
        await().until(() -> batches.get() == 3);
    }

    @Test
    void letsASubmissionWaitForAllItsThreads() {
        submitMany(SECOND);
        await().until(() -> open.get() == 1);

        var both = writers.submit(new Ticket(Submissions.across(FIRST, SECOND)));

        assertThat(both).isNotDone();
        assertThat(open).hasValue(1);
        gate.countDown();
        assertThat(both).succeedsWithin(Duration.ofSeconds(5));
    }

    @Test
    void drainsWhatWasAcceptedAndRefusesTheRest() {
        var accepted = submit(FIRST);
        var drained = CompletableFuture.runAsync(writers::drain);
        await().until(() -> submit(SECOND).isCompletedExceptionally());

        assertThat(drained).isNotDone();
        gate.countDown();

        assertThat(drained).succeedsWithin(Duration.ofSeconds(5));
        assertThat(accepted).isCompleted();
    }

    private CompletableFuture<Receipt> submit(UUID threadId) {
        return writers.submit(new Ticket(Submissions.in(threadId, "text")));
    }

    /** More rows than a short batch has, so that they wait for no other. */
    private void submitMany(UUID threadId) {
        writers.submit(new Ticket(Submissions.in(threadId, Submissions.texts(Backlog.SHORT))));
    }

    private void waitForGate() {
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stands in for the server's threads. */
    private static final class PlainThreads implements ManagedThreadFactory {
        private final AtomicInteger count = new AtomicInteger();

        @Override
        public Thread newThread(Runnable task) {
            return new Thread(task, "test-" + count.incrementAndGet());
        }

        @Override
        public ForkJoinWorkerThread newThread(ForkJoinPool pool) {
            throw new UnsupportedOperationException();
        }
    }
}
