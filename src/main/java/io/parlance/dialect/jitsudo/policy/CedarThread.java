package io.parlance.dialect.jitsudo.policy;

import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The one thread on which policy texts are parsed, one at a time. Its stack is large because the parser is recursive; the
 * server's own threads have too little. It ends when there is nothing to do.
 */
@ApplicationScoped
class CedarThread {
    private static final long STACK_BYTES = 64L << 20;
    private static final int MAX_WAITING = 256;
    private static final int IDLE_SECONDS = 30;
    private static final int PATIENCE_SECONDS = 20;

    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(
            1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(MAX_WAITING), this::make);

    private volatile @Nullable Thread current;

    CedarThread() {
        thread.allowCoreThreadTimeOut(true);
    }

    /** Runs a task there and waits for it; a refusal that it throws is thrown here. A task may have tasks of its own. */
    <T> T call(Callable<T> task) {
        try {
            if (Thread.currentThread().equals(current)) {
                return task.call();
            }
            return thread.submit(task).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (RejectedExecutionException | TimeoutException e) {
            throw new RejectedException(Reason.OVERLOADED, "too many policies are being read");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RejectedException(Reason.OVERLOADED, "the server stops");
        } catch (ExecutionException e) {
            throw unchecked(e.getCause());
        } catch (Exception e) { // of a task within a task
            throw unchecked(e);
        }
    }

    /** Runs a task there without waiting. */
    void start(Runnable task) {
        thread.execute(task);
    }

    @PreDestroy
    void stop() {
        thread.shutdownNow();
    }

    private static RuntimeException unchecked(@Nullable Throwable failure) {
        return failure instanceof RuntimeException refusal
                ? refusal
                : new IllegalStateException("the policy engine failed", failure);
    }

    private Thread make(Runnable work) {
        var made = new Thread(null, work, "parlance-policies", STACK_BYTES);
        made.setDaemon(true);
        made.setContextClassLoader(CedarThread.class.getClassLoader());
        current = made;
        return made;
    }
}
