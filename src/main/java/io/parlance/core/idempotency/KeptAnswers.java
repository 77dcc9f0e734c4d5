package io.parlance.core.idempotency;

import io.parlance.core.store.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** The answers kept for a week under the keys of clients. What an answer's bytes mean is its writer's affair. */
@ApplicationScoped
public class KeptAnswers {
    public static final Duration KEPT = Duration.ofDays(7);
    private static final int PURGED_AT_ONCE = 5000;
    private static final String KEY = " where tenant_id = ? and caller_id = ? and operation = ? and key = ?";

    @Inject
    Sql sql;

    private record Kept(String fingerprint, byte[] answer) {}

    /**
     * The answer to this very request, if it was accepted within the last week.
     *
     * @throws io.parlance.core.problem.RejectedException where an unlike request was accepted under the key
     */
    public Optional<byte[]> find(IdempotencyKey key) {
        return sql.one(
                        "select fingerprint, answer from idempotency_key" + KEY + " and created_at >= ?",
                        row -> new Kept(row.getString(1), row.getBytes(2)),
                        key.tenantId(),
                        key.callerId(),
                        key.operation(),
                        key.text(),
                        oldest())
                .map(kept -> {
                    if (!kept.fingerprint().equals(key.fingerprint())) {
                        throw IdempotencyKey.reused();
                    }
                    return kept.answer();
                });
    }

    /**
     * Does the work and keeps its answer, both in one transaction, or answers nothing where the key is taken; a request under
     * the same key that is on its way is waited for.
     */
    @Transactional
    public Optional<byte[]> keep(IdempotencyKey key, Supplier<byte[]> work) {
        int claimed = sql.update(
                "insert into idempotency_key as k (tenant_id, caller_id, operation, key, fingerprint, answer, created_at)"
                        + " values (?, ?, ?, ?, ?, '', ?) on conflict (tenant_id, caller_id, operation, key) do update"
                        + " set fingerprint = excluded.fingerprint, created_at = excluded.created_at"
                        + " where k.created_at < ?",
                key.tenantId(),
                key.callerId(),
                key.operation(),
                key.text(),
                key.fingerprint(),
                Instant.now(Clock.systemUTC()),
                oldest());
        if (claimed == 0) {
            return Optional.empty();
        }
        var answer = work.get();
        sql.update(
                "update idempotency_key set answer = ?" + KEY,
                answer,
                key.tenantId(),
                key.callerId(),
                key.operation(),
                key.text());
        return Optional.of(answer);
    }

    /** Deletes what is older than a week, a bounded number of rows in each transaction. */
    public void purge() {
        int deleted;
        do {
            deleted = sql.update(
                    "delete from idempotency_key where ctid = any(array("
                            + "select ctid from idempotency_key where created_at < ? limit " + PURGED_AT_ONCE
                            + ")) and created_at < ?", // a key taken anew in the meantime stays
                    oldest(),
                    oldest());
        } while (deleted == PURGED_AT_ONCE);
    }

    /** What was kept before this instant counts no longer. */
    public static Instant oldest() {
        return Instant.now(Clock.systemUTC()).minus(KEPT);
    }
}
