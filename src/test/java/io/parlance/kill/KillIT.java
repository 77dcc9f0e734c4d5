package io.parlance.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A success answer means that the message is on disk. {@code -Dkills=N} says how many times PostgreSQL and the server are
 * killed in turn; {@code mvn -Pkill verify} does it ten times.
 */
class KillIT {
    private static final System.Logger LOG = System.getLogger(KillIT.class.getName());
    private static final int KILLS = Integer.getInteger("parlance.kills", 2);

    /** Longer than credentials and groups are remembered, so that the server misses PostgreSQL for those as well. */
    private static final Duration OUTAGE = Duration.ofSeconds(3);

    private static final Duration RECOVERY = Duration.ofSeconds(30);
    private static final Duration SLOWEST_ANSWER = Duration.ofSeconds(10);
    private static final int STEADY = 200;
    private static final int CLIENTS_OF_A_KIND = 3;

    private static Installation installation;

    @BeforeAll
    static void start() {
        installation = new Installation();
    }

    @AfterAll
    static void stop() {
        if (installation != null) {
            installation.close();
        }
    }

    @Test
    @SuppressWarnings("try") // the load runs by itself
    void keepsEveryAcknowledgedMessageExactlyOnce() throws SQLException {
        var ledger = new Ledger();
        var clients = new Clients(installation.admin());
        try (var ignored = new Load(ledger, kinds(clients))) {
            awaitSteadySuccess(ledger);
            for (int i = 0; i < KILLS; i++) {
                awaitAnyMoment();
                suffer(Blow.number(i), ledger);
            }
        }

        var audit = Audit.bySql(installation.database);
        LOG.log(
                System.Logger.Level.INFO,
                "{0} kills: {1} requests acknowledged, {2} unknown, of which {3} are stored; {4} messages found",
                KILLS,
                ledger.acknowledged().size(),
                ledger.unknown().size(),
                audit.storedOfUnknown(ledger),
                audit.stored().size());
        audit.check(ledger);
        Audit.byHttp(clients.tenant).check(ledger);
        Audit.checkCompanions(installation.database);
    }

    private static List<Supplier<Post>> kinds(Clients clients) {
        List<Supplier<Post>> kinds =
                List.of(clients::review, clients::repeatedReview, clients::batch, clients::keyedBatch);
        return IntStream.range(0, CLIENTS_OF_A_KIND)
                .boxed()
                .flatMap(i -> kinds.stream())
                .toList();
    }

    private static void awaitSteadySuccess(Ledger ledger) {
        await().atMost(RECOVERY).until(() -> ledger.inARow() >= STEADY);
    }

    private static void awaitAnyMoment() {
        await().pollDelay(Duration.ofMillis(ThreadLocalRandom.current().nextInt(1, 2000)))
                .until(() -> true);
    }

    /** Strikes, mends, and sees that all clients are served again by themselves. */
    private static void suffer(Blow blow, Ledger ledger) {
        var begin = Instant.now();
        blow.strike(installation);
        var down = Instant.now();
        if (blow.hitsTheDatabase()) {
            await().pollDelay(OUTAGE).until(() -> true);
        }
        var up = Instant.now();
        blow.mend(installation);
        awaitSteadySuccess(ledger);
        if (blow.hitsTheDatabase()) {
            assertThat(refusals(ledger, begin, Instant.now()))
                    .as("all failures, also of requests that were under way")
                    .extracting(Refusal::status)
                    .isSubsetOf(500, 503);
            assertThat(refusals(ledger, down, up))
                    .as("answers while PostgreSQL is gone")
                    .isNotEmpty()
                    .allSatisfy(KillIT::assertPromptAndInTheDialectsShape);
        }
    }

    private static List<Refusal> refusals(Ledger ledger, Instant from, Instant to) {
        return ledger.refusals().stream()
                .filter(refusal -> refusal.sentBetween(from, to))
                .toList();
    }

    private static void assertPromptAndInTheDialectsShape(Refusal refusal) {
        assertThat(refusal.status()).as(refusal.body()).isEqualTo(503);
        assertThat(refusal.retryAfter()).isEqualTo("2");
        assertThat(refusal.body())
                .matches("\\{\"message\":\"Service Unavailable\"}"
                        + "|\\{\"Message\":\"Service Unavailable\",\"RequestId\":\"[^\"]+\",\"Details\":null}");
        assertThat(refusal.took()).isLessThan(SLOWEST_ANSWER);
    }
}
