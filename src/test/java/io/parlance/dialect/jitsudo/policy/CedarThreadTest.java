package io.parlance.dialect.jitsudo.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CedarThreadTest {
    private final CedarThread thread = new CedarThread();
    private final List<Thread> callers = new ArrayList<>();
    private final List<String> done = new CopyOnWriteArrayList<>();

    @AfterEach
    void stop() {
        thread.stop();
    }

    @Test
    void readsForDecisionsBeforeItChecksWhatIsSent() throws InterruptedException {
        var free = new CountDownLatch(1);
        waiting(() -> thread.call(() -> {
            free.await();
            return done.add("busy");
        }));
        waiting(() -> thread.call(() -> done.add("first check")));
        waiting(() -> thread.call(() -> done.add("second check")));
        waiting(() -> thread.callFirst(() -> done.add("decision")));
        free.countDown();
        for (var caller : callers) {
            caller.join();
        }
        assertThat(done).containsExactly("busy", "decision", "first check", "second check");
    }

    /** Lets somebody call, and goes on when he waits. */
    private void waiting(Runnable call) {
        var caller = new Thread(call);
        callers.add(caller);
        caller.start();
        await().until(() -> caller.getState() == Thread.State.TIMED_WAITING);
    }
}
