package io.parlance.core.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bucket4j.TimeMeter;
import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import io.parlance.core.store.TestSql;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The limits of two nodes that share a database. */
class RateLimitIT {
    private static final Duration WINDOW = Duration.ofSeconds(30);
    private static final Quota TWO = new Quota("two", 2, WINDOW);
    private static final Quota DOCUMENTED = new Quota("documented", 200, WINDOW);
    private static final int FIVE_PERCENT = 10;

    private static Counted sql;

    private final AtomicLong now = new AtomicLong(Duration.ofDays(20_000).toNanos());
    private final RateLimit limit = TestLimits.node(sql, new Clock());
    private final RateLimit otherNode = TestLimits.node(sql, new Clock());
    private final UUID tenant = UUID.randomUUID();
    private final UUID token = UUID.randomUUID();

    @BeforeAll
    static void migrate() {
        sql = new Counted(TestSql.on("parlance_limit"));
    }

    @Test
    void takesAsManyAsAllowedInAWindow() {
        assertThat(accepted(limit, TWO, 3)).isEqualTo(2);
    }

    @Test
    void takesAnyNumberWithoutALimit() {
        assertThat(accepted(limit, new Quota("none", 0, WINDOW), 1000)).isEqualTo(1000);
    }

    @Test
    void countsEachSubjectAndEachNameForItself() {
        accepted(limit, TWO, 3);

        assertThatCode(() -> limit.require(tenant, UUID.randomUUID(), TWO)).doesNotThrowAnyException();
        assertThatCode(() -> limit.require(tenant, token, new Quota("other", 2, WINDOW)))
                .doesNotThrowAnyException();
    }

    @Test
    void opensTheNextWindowWithTheFirstRequestAfterTheLast() {
        limit.require(tenant, token, TWO);
        pass(Duration.ofSeconds(29));
        assertThat(accepted(limit, TWO, 2)).isOne();

        pass(Duration.ofSeconds(16));
        limit.require(tenant, token, TWO);
        pass(Duration.ofSeconds(29));

        assertThat(accepted(limit, TWO, 2)).isOne();
    }

    @Test
    void opensTheNextWindowForAllNodes() {
        limit.require(tenant, token, TWO);
        pass(Duration.ofSeconds(45));
        otherNode.require(tenant, token, TWO);
        pass(Duration.ofSeconds(29));

        assertThat(accepted(limit, TWO, 2)).isOne();
    }

    @Test
    void tellsInWholeSecondsWhenToComeBack() {
        accepted(limit, TWO, 2);
        pass(Duration.ofMillis(10_500));

        for (var node : List.of(limit, otherNode)) {
            var refusal = catchThrowableOfType(RejectedException.class, () -> node.require(tenant, token, TWO));
            assertThat(refusal.reason()).isEqualTo(Reason.RATE_LIMITED);
            assertThat(refusal.retryAfterSeconds()).hasValue(20);
        }
    }

    @Test
    void takesOneWindowFromTwoNodesTogether() {
        long accepted = IntStream.range(0, 300)
                .filter(i -> accepts(i % 2 == 0 ? limit : otherNode, DOCUMENTED))
                .count();

        assertThat(accepted).isEqualTo(200);
    }

    @Test
    void losesLittleWhereAClientChangesItsNode() {
        for (int first = 1; first < 100; first += 7) {
            var subject = UUID.randomUUID();
            long accepted = Stream.concat(
                            Stream.generate(() -> limit).limit(first),
                            Stream.generate(() -> otherNode).limit(200))
                    .filter(node -> accepts(node, subject, DOCUMENTED))
                    .count();

            assertThat(accepted).isBetween(200L - FIVE_PERCENT, 200L);
        }
    }

    @Test
    void takesOneWindowFromManyThreadsAtOnce() {
        var accepted = Stream.of(limit, otherNode, limit, otherNode)
                .map(node -> CompletableFuture.supplyAsync(() -> accepted(node, DOCUMENTED, 100)))
                .toList()
                .stream()
                .mapToLong(CompletableFuture::join)
                .sum();

        assertThat(accepted).isBetween(200L - FIVE_PERCENT, 200L);
    }

    @Test
    void asksTheDatabaseRarely() {
        long before = sql.statements();
        accepted(limit, DOCUMENTED, 200);
        long used = sql.statements();
        accepted(limit, DOCUMENTED, 1000);

        assertThat(used - before).isBetween(40L, 50L);
        assertThat(sql.statements() - used).isLessThan(2);
    }

    @Test
    void refusesAsUnavailableWhereTheDatabaseIsAway() {
        sql.away = true;
        try {
            assertThatThrownBy(() -> limit.require(tenant, token, TWO))
                    .isInstanceOfSatisfying(RejectedException.class, refusal -> assertThat(refusal.reason())
                            .isEqualTo(Reason.STORE_UNAVAILABLE));
        } finally {
            sql.away = false;
        }
        assertThat(accepted(limit, TWO, 3)).isEqualTo(2);
    }

    @Test
    void purgesOnlyWindowsThatAreClosed() {
        accepted(limit, TWO, 2);
        limit.purge();
        assertThat(accepted(otherNode, TWO, 1)).isZero();
        assertThat(windows()).isOne();

        pass(WINDOW);
        limit.purge();

        assertThat(windows()).isZero();
        assertThat(accepted(otherNode, TWO, 3)).isEqualTo(2);
    }

    private long accepted(RateLimit node, Quota quota, int requests) {
        return IntStream.range(0, requests).filter(i -> accepts(node, quota)).count();
    }

    private boolean accepts(RateLimit node, Quota quota) {
        return accepts(node, token, quota);
    }

    private boolean accepts(RateLimit node, UUID subject, Quota quota) {
        try {
            node.require(tenant, subject, quota);
            return true;
        } catch (RejectedException e) {
            assertThat(e.reason()).isEqualTo(Reason.RATE_LIMITED);
            return false;
        }
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    private long windows() {
        return sql.one("select count(*) from rate_limit where tenant_id = ?", row -> row.getLong(1), tenant)
                .orElseThrow();
    }

    private final class Clock implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return now.get();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
