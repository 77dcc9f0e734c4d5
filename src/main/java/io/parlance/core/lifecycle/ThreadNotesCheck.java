package io.parlance.core.lifecycle;

import io.parlance.core.store.OverdueRows;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Whether messages that follow from changes of threads reach the intake. */
@ApplicationScoped
class ThreadNotesCheck extends OverdueRows {
    private static final Duration LATE = Duration.ofMinutes(2);

    ThreadNotesCheck() {
        super(
                "thread-notes",
                "thread_note where created_at < ?",
                "notes of threads that wait for long to become messages",
                "five seconds");
    }

    @Override
    protected Instant before() {
        return Instant.now(Clock.systemUTC()).minus(LATE);
    }
}
