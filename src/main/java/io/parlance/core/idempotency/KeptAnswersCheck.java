package io.parlance.core.idempotency;

import io.parlance.core.store.OverdueRows;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/** Whether answers kept under the keys of clients are deleted after their week. */
@ApplicationScoped
class KeptAnswersCheck extends OverdueRows {
    private static final Duration LATE = Duration.ofHours(2);

    KeptAnswersCheck() {
        super("idempotency-keys", "idempotency_key where created_at < ?", "kept answers older than their week", "hour");
    }

    @Override
    protected Instant before() {
        return KeptAnswers.oldest().minus(LATE);
    }
}
