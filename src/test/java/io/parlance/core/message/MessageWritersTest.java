package io.parlance.core.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MessageWritersTest {
    private static final UUID FIRST_LANE = new UUID(0, 0);
    private static final UUID SECOND_LANE = new UUID(0, 1);

    private final CountDownLatch gate = new CountDownLatch(1);
    private final AtomicInteger batches = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();
    private final Set<String> writing = ConcurrentHashMap.newKeySet();
    private final MessageWriters writers = new MessageWriters();

    @BeforeEach
    void start() {
        writers.writers = 2;
        writers.maxWaiting = 3;
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
            assertThat(submit(FIRST_LANE)).isNotDone();
        }

        var refused = submit(FIRST_LANE);

        assertThat(refused).isCompletedExceptionally();
        assertThat(refused.handle((receipt, failure) -> failure).join())
                .isInstanceOfSatisfying(RejectedException.class, refusal -> {
                    assertThat(refusal.reason()).isEqualTo(Reason.OVERLOADED);
                    assertThat(refusal.retryAfterSeconds()).hasValue(1);
                });
        gate.countDown();
        await().untilAsserted(() -> assertThat(submit(FIRST_LANE)).succeedsWithin(Duration.ofSeconds(5)));
    }

    @Test
    void answersOnOtherThreadsThanTheWriters() {
        var answering =
                submit(FIRST_LANE).thenApply(receipt -> Thread.currentThread().getName());
        gate.countDown();

        assertThat(writing).doesNotContain(answering.join());
    }

    @Test
    void sendsAThreadToTheSameWriterAlways() {
        submitMany(FIRST_LANE);
        await().until(() -> batches.get() == 1);
        submitMany(FIRST_LANE);
        submitMany(SECOND_LANE);

        await().until(() -> batches.get() == 2);
        assertThat(open).hasValue(2);
        gate.countDown();
        await().until(() -> batches.get() == 3);
        assertThat(writing).hasSize(2);
    }

    @Test
    void writesOneShortBatchAtATime() {
        submit(FIRST_LANE);
        await().until(() -> open.get() == 1);
        var second = submit(SECOND_LANE);
        await().until(MessageWritersTest::aWriterWaitsForItsTurn);

        assertThat(batches).hasValue(1);
        gate.countDown();
        assertThat(second).succeedsWithin(Duration.ofSeconds(5));
    }

    @Test
    void letsASubmissionForSeveralWritersWaitForAllOfThem() {
        submit(SECOND_LANE);
        await().until(() -> open.get() == 1);

        var both = writers.submit(new Ticket(Submission.of(
                Submissions.TENANT,
                "test",
                List.of(
                        Submissions.in(FIRST_LANE, "1").drafts().get(0),
                        Submissions.in(SECOND_LANE, "2").drafts().get(0)))));

        assertThat(both).isNotDone();
        assertThat(open).hasValue(1);
        gate.countDown();
        assertThat(both).succeedsWithin(Duration.ofSeconds(5));
    }

    @Test
    void drainsWhatWasAcceptedAndRefusesTheRest() {
        var accepted = submit(FIRST_LANE);
        var drained = CompletableFuture.runAsync(writers::drain);
        await().until(() -> submit(SECOND_LANE).isCompletedExceptionally());

        assertThat(drained).isNotDone();
        gate.countDown();

        assertThat(drained).succeedsWithin(Duration.ofSeconds(5));
        assertThat(accepted).isCompleted();
    }

    private CompletableFuture<Receipt> submit(UUID threadId) {
        return writers.submit(new Ticket(Submissions.in(threadId, "text")));
    }

    private static boolean aWriterWaitsForItsTurn() {
        return Thread.getAllStackTraces().values().stream().anyMatch(MessageWritersTest::isWaitForTurn);
    }

    private static boolean isWaitForTurn(StackTraceElement[] stack) {
        var methods = Arrays.stream(stack).map(StackTraceElement::getMethodName).toList();
        return methods.contains("takeTurn") && methods.contains("park") && !methods.contains("write");
    }

    /** More rows than a short batch has. */
    private void submitMany(UUID threadId) {
        var texts = IntStream.range(0, 20).mapToObj(String::valueOf).toArray(String[]::new);
        writers.submit(new Ticket(Submissions.in(threadId, texts)));
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
