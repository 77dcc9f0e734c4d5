package io.parlance.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StoreCheckTest {
    @Test
    void tellsWhetherTheDatabaseAnswers() {
        assertThat(check(null).answers()).isTrue();
        assertThat(check(StoreOutage.refusal()).answers()).isFalse();
        assertThat(check(new RejectedException(Reason.STORE_TOO_SLOW, "too slow"))
                        .answers())
                .isFalse();
    }

    @Test
    void doesNotWaitForADatabaseThatHangs() {
        var hanging = new CompletableFuture<List<Integer>>();
        var questions = new AtomicInteger();
        var check = asking(() -> {
            questions.incrementAndGet();
            return hanging.join();
        });

        var begin = System.nanoTime();
        assertThat(check.answers()).isFalse();
        assertThat(check.answers()).as("asked while the first question is open").isFalse();
        assertThat(Duration.ofNanos(System.nanoTime() - begin))
                .isLessThan(StoreCheck.PATIENCE.plus(StoreCheck.PATIENCE));
        assertThat(questions).hasValue(1);

        hanging.complete(List.of(1));
        await().until(check::answers);
    }

    private static StoreCheck check(@Nullable RejectedException outage) {
        return asking(() -> {
            if (outage != null) {
                throw outage;
            }
            return List.of(1);
        });
    }

    private static StoreCheck asking(Supplier<List<Integer>> answer) {
        var check = new StoreCheck() {
            @Override
            void start(Runnable task) {
                new Thread(task).start();
            }
        };
        check.sql = new Sql() {
            @Override
            @SuppressWarnings("unchecked") // the only question is one for a number
            public <T> List<T> list(String text, RowReader<T> reader, @Nullable Object... parameters) {
                return (List<T>) answer.get();
            }
        };
        return check;
    }
}
