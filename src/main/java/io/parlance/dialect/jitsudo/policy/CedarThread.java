package io.parlance.dialect.jitsudo.policy;

import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The one thread on which policy texts are parsed, one at a time. Its stack is large because the parser is recursive; the
 * server's own threads have too little. It ends when there is nothing to do, and a task that nobody waits for any more is dropped.
 */
@ApplicationScoped
class CedarThread {
    private static final long STACK_BYTES = 64L << 20;
    private static final int MAX_WAITING = 256;
    private static final int IDLE_SECONDS = 30;
    private static final int PATIENCE_SECONDS = 20;

    private final ThreadPoolExecutor thread =
            new ThreadPoolExecutor(1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new PriorityBlockingQueue<>(), this::make);
    private final AtomicLong tasks = new AtomicLong();

    private volatile @Nullable Thread current;

    CedarThread() {
        thread.allowCoreThreadTimeOut(true);
    }

    /** Runs a task there and waits for it; a refusal that it throws is thrown here. A task may have tasks of its own. */
    <T> T call(Callable<T> task) {
        return call(task, false);
    }

    /** The same, before all that wait for {@link #call(Callable)}: decisions do not wait for texts that somebody sends. */
    <T> T callFirst(Callable<T> task) {
        return call(task, true);
    }

    private <T> T call(Callable<T> work, boolean first) {
        var task = new Task<>(work, first, tasks.incrementAndGet());
        try {
            if (Thread.currentThread().equals(current)) {
                return work.call();
            }
            if (!first && thread.getQueue().size() >= MAX_WAITING) {
                throw overloaded();
            }
            thread.execute(task);
            return task.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (RejectedExecutionException | TimeoutException e) {
            task.cancel(false);
            thread.remove(task);
            throw overloaded();
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
        thread.execute(new Task<>(
                () -> {
                    task.run();
                    return true;
                },
                true,
                tasks.incrementAndGet()));
    }

    @PreDestroy
    void stop() {
        thread.shutdownNow();
    }

    private static RejectedException overloaded() {
        return new RejectedException(Reason.OVERLOADED, "too many policies are being read");
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

    /** Waits in the order of the numbers, but behind those that come first. */
    private static final class Task<T> extends FutureTask<T> implements Comparable<Task<?>> {
        private final boolean first;
        private final long number;

        Task(Callable<T> work, boolean first, long number) {
            super(work);
            this.first = first;
            this.number = number;
        }

        @Override
        public int compareTo(Task<?> other) {
            return first == other.first ? Long.compare(number, other.number) : Boolean.compare(other.first, first);
        }
    }
}
