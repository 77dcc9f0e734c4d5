package io.parlance.core.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.core.limit.BurstLimit.Rate;
import io.parlance.core.problem.RejectedException;
import io.parlance.core.store.TestSql;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The bursts of two nodes that share a database. Their clock stands still, that of the database does not. */
class SharedBurstIT {
    /** So slow that what time passes in a test makes no room. */
    private static final Rate RATE = new Rate("request", 1, 600);

    private static Counted sql;

    private final BurstLimit limit = node();
    private final BurstLimit otherNode = node();
    private final UUID tenant = UUID.randomUUID();
    private final UUID caller = UUID.randomUUID();
    private long now;

    @BeforeAll
    static void migrate() {
        sql = new Counted(TestSql.on("parlance_burst"));
    }

    @Test
    void countsWhatTheOtherNodeLetPass() {
        assertThat(accepted(limit, 400)).isEqualTo(400);
        limit.exchange();
        assertThat(accepted(otherNode, 1)).isOne();
        otherNode.exchange();

        assertThat(accepted(otherNode, 600)).isBetween(198L, 200L);
    }

    @Test
    void hasTooMuchPaidBack() {
        accepted(limit, 600);
        accepted(otherNode, 600);
        limit.exchange();
        otherNode.exchange();

        now += Duration.ofSeconds(590).toNanos();

        assertThat(accepted(otherNode, 1)).isZero();
        now += Duration.ofSeconds(20).toNanos();
        assertThat(accepted(otherNode, 1)).isOne();
    }

    @Test
    void chargesNobodyTwice() {
        for (int i = 0; i < 60; i++) {
            assertThat(accepted(limit, 10)).isEqualTo(10);
            limit.exchange();
        }

        assertThat(accepted(limit, 10)).isLessThanOrEqualTo(1);
    }

    @Test
    void tellsLaterWhatItCannotTellNow() {
        accepted(limit, 300);
        sql.away = true;
        try {
            limit.exchange();
        } finally {
            sql.away = false;
        }
        limit.exchange();
        accepted(otherNode, 1);
        otherNode.exchange();

        assertThat(accepted(otherNode, 600)).isBetween(298L, 300L);
    }

    @Test
    void asksNothingWhereLittleIsUsed() {
        var fast = new Rate("fast", 10_000, 5000);
        for (int i = 0; i < 200; i++) {
            limit.require(tenant, caller, fast);
        }
        long before = sql.statements();
        limit.exchange();

        assertThat(sql.statements()).isEqualTo(before);
    }

    @Test
    void forgetsNoBurstThatStillCounts() {
        accepted(limit, 400);
        limit.exchange();

        limit.purge();

        accepted(otherNode, 1);
        otherNode.exchange();
        assertThat(accepted(otherNode, 600)).isLessThan(210);
    }

    private long accepted(BurstLimit node, int tries) {
        return IntStream.range(0, tries).filter(i -> accepts(node)).count();
    }

    private boolean accepts(BurstLimit node) {
        try {
            node.require(tenant, caller, RATE);
            return true;
        } catch (RejectedException tooMany) {
            return false;
        }
    }

    private BurstLimit node() {
        var node = new BurstLimit();
        node.sql = sql;
        node.nanoTime = () -> now;
        node.open();
        return node;
    }
}
