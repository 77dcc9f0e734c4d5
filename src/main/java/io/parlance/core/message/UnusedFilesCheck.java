package io.parlance.core.message;

import io.parlance.core.store.OverdueRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;

/** Whether files that no message refers to are deleted in time. */
@ApplicationScoped
class UnusedFilesCheck extends OverdueRows {
    private static final Duration LATE = Duration.ofHours(3);

    @Inject
    Attachments attachments;

    UnusedFilesCheck() {
        super(
                "unused-files",
                "attachment where bound_at is null and created_at < ?",
                "files left that no message refers to",
                "hour");
    }

    @Override
    protected Instant before() {
        return attachments.endOfUse().minus(LATE);
    }
}
