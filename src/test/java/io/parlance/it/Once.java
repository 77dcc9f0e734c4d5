package io.parlance.it;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A value made at the first call; a failure to make it is kept as well, so that not every test waits for it
 * again.
 */
public final class Once<T> {
    private final FutureTask<T> task;
    private volatile boolean made;

    public Once(Supplier<T> maker) {
        task = new FutureTask<>(() -> {
            var value = maker.get();
            made = true;
            return value;
        });
    }

    public T get() {
        task.run();
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
        }
    }

    /** Uses the value if it was made. */
    public void ifMade(Consumer<T> user) {
        if (made) {
            user.accept(get());
        }
    }
}
