package io.parlance.core.limit;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.proxy.ClientSideConfig;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AbstractCompareAndSwapBasedProxyManager;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AsyncCompareAndSwapOperation;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.CompareAndSwapOperation;
import io.github.bucket4j.distributed.remote.RemoteBucketState;
import io.parlance.core.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The windows of all nodes, as Bucket4j buckets in PostgreSQL. A bucket expires when it would be filled again, so that the next
 * window opens with the next request and not at the end of the last one.
 */
final class SharedWindows extends AbstractCompareAndSwapBasedProxyManager<KnownWindow> {
    private static final int RETRIES = 100;
    private static final String KEY = " where tenant_id = ? and subject_id = ? and name = ?";
    private static final String SELECT = "select state, expires_at from rate_limit" + KEY;
    private static final String UPDATE = "update rate_limit set state = ?, expires_at = ?" + KEY + " and state = ?";
    private static final String INSERT = "insert into rate_limit (tenant_id, subject_id, name, state, expires_at)"
            + " values (?, ?, ?, ?, ?) on conflict do nothing";

    private final Sql sql;
    private final TimeMeter clock;

    SharedWindows(Sql sql, TimeMeter clock) {
        super(ClientSideConfig.getDefault().withClientClock(clock).withMaxRetries(RETRIES));
        this.sql = sql;
        this.clock = clock;
    }

    /** Takes up to that many permits of the window that is open; opens one where none is. */
    Grant take(KnownWindow window, Quota quota, long permits) {
        var taken =
                builder().build(window, () -> configuration(quota)).asVerbose().tryConsumeAsMuchAsPossible(permits);
        long left = taken.getDiagnostics().calculateFullRefillingTime();
        return new Grant(taken.getValue(), taken.getOperationTimeNanos() + left);
    }

    private static BucketConfiguration configuration(Quota quota) {
        return BucketConfiguration.builder()
                .addLimit(Bandwidth.builder()
                        .capacity(quota.requests())
                        .refillIntervally(quota.requests(), quota.window())
                        .build())
                .build();
    }

    @Override
    protected CompareAndSwapOperation beginCompareAndSwapOperation(KnownWindow window) {
        return new Change(window);
    }

    @Override
    public void removeProxy(KnownWindow window) {
        throw new UnsupportedOperationException();
    }

    void removeExpired() {
        sql.update("delete from rate_limit where expires_at <= ?", instant(clock.currentTimeNanos()));
    }

    private static Instant instant(long nanos) {
        return Instant.ofEpochSecond(0, nanos);
    }

    @Override
    public boolean isAsyncModeSupported() {
        return false;
    }

    @Override
    protected AsyncCompareAndSwapOperation beginAsyncCompareAndSwapOperation(KnownWindow window) {
        throw new UnsupportedOperationException();
    }

    @Override
    protected CompletableFuture<Void> removeAsync(KnownWindow window) {
        throw new UnsupportedOperationException();
    }

    /**
     * One change of one row, by statements that are transactions of their own. It begins with the row as this node left it,
     * and reads it only where another node has changed it since.
     */
    private final class Change implements CompareAndSwapOperation {
        private final KnownWindow window;

        private Change(KnownWindow window) {
            this.window = window;
        }

        @Override
        public Optional<byte[]> getStateData(Optional<Long> timeoutNanos) {
            if (window.row() == null) {
                var counter = window.counter();
                window.know(sql.one(SELECT, Change::read, counter.tenantId(), counter.subjectId(), counter.name())
                        .orElse(null));
            }
            return Optional.ofNullable(window.row())
                    .filter(row -> row.expiresAt().isAfter(instant(clock.currentTimeNanos())))
                    .map(KnownWindow.Row::state);
        }

        private static KnownWindow.Row read(ResultSet row) throws SQLException {
            return new KnownWindow.Row(row.getBytes(1), Objects.requireNonNull(Sql.instant(row, "expires_at")));
        }

        @Override
        public boolean compareAndSwap(
                byte @Nullable [] original, byte[] state, RemoteBucketState bucket, Optional<Long> timeoutNanos) {
            long now = clock.currentTimeNanos();
            var next = new KnownWindow.Row(state, instant(now + bucket.calculateFullRefillingTime(now)));
            boolean changed = write(window.row(), next) == 1;
            window.know(changed ? next : null);
            return changed;
        }

        private int write(KnownWindow.@Nullable Row old, KnownWindow.Row next) {
            var counter = window.counter();
            return old == null
                    ? sql.update(
                            INSERT,
                            counter.tenantId(),
                            counter.subjectId(),
                            counter.name(),
                            next.state(),
                            next.expiresAt())
                    : sql.update(
                            UPDATE,
                            next.state(),
                            next.expiresAt(),
                            counter.tenantId(),
                            counter.subjectId(),
                            counter.name(),
                            old.state());
        }
    }
}
