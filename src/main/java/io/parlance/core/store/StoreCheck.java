package io.parlance.core.store;

import io.parlance.core.problem.RejectedException;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether PostgreSQL answers, by asking it. One that hangs answers nothing for much longer than who asks would wait, so it
 * counts as silent after two seconds, and is not asked again before that question has come to an end.
 */
@ApplicationScoped
public class StoreCheck {
    static final Duration PATIENCE = Duration.ofSeconds(2);

    @Inject
    Sql sql;

    @Resource
    ManagedThreadFactory threads;

    private @Nullable Question question;

    /** What all who ask at the same time wait for. */
    private record Question(CompletableFuture<Boolean> answer, long deadline) {
        private boolean answered() {
            return answer.copy()
                    .completeOnTimeout(false, deadline - System.nanoTime(), TimeUnit.NANOSECONDS)
                    .join();
        }
    }

    public boolean answers() {
        return current().answered();
    }

    private synchronized Question current() {
        var open = question;
        if (open == null || open.answer().isDone()) {
            var answer = CompletableFuture.supplyAsync(this::ask, this::start);
            open = new Question(answer, System.nanoTime() + PATIENCE.toNanos());
            question = open;
        }
        return open;
    }

    void start(Runnable task) {
        threads.newThread(task).start();
    }

    private boolean ask() {
        try {
            return sql.one("select 1", row -> row.getInt(1)).isPresent();
        } catch (RejectedException outOfReach) {
            return false;
        }
    }
}
