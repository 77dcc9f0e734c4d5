package io.parlance.inside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parlance.core.idempotency.KeptAnswers;
import io.parlance.core.message.Author;
import io.parlance.core.message.MessageDraft;
import io.parlance.core.message.MessageIntake;
import io.parlance.core.message.NaturalKey;
import io.parlance.core.message.StoredMessage;
import io.parlance.core.message.Submission;
import io.parlance.core.store.Ids;
import io.parlance.core.store.Sql;
import io.parlance.core.tenant.Tenants;
import io.parlance.core.thread.NewThread;
import jakarta.inject.Inject;
import java.io.File;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The intake with the server's own transactions, seen from inside, where a fault can be provoked that no client can send. */
@ExtendWith(ArquillianExtension.class)
class MessageIntakeInsideIT {
    private static final String DIALECT = "inside";
    private static final Author AUTHOR = Author.of("tester", "1");

    @Inject
    MessageIntake intake;

    @Inject
    KeptAnswers keptAnswers;

    @Inject
    Tenants tenants;

    @Inject
    Sql sql;

    private UUID tenantId;
    private NewThread thread;

    /** The WAR without the filter that answers every path it does not know: the test's own servlet is such a path. */
    @Deployment
    static WebArchive war() {
        var war = ShrinkWrap.createFromZipFile(WebArchive.class, new File("target/parlance.war"));
        war.delete("/WEB-INF/classes/io/parlance/rest/BoundedIntakeFilter.class");
        return war;
    }

    @BeforeEach
    void freshTenant() {
        tenantId = tenants.create("inside-" + UUID.randomUUID(), "Inside", null).id();
        thread = NewThread.of(tenantId, DIALECT);
    }

    @Test
    void storesEveryMessageWithItsEvent() {
        var drafts = IntStream.range(0, 1000).mapToObj(i -> draft("text " + i)).toList();

        var stored = store(Submission.opening(thread, drafts));

        assertEquals(drafts, stored.stream().map(message -> message.content()).toList());
        assertEquals(1000, count("message"));
        assertEquals(
                1000,
                sql.one(
                                "select count(*) from outbox_event e join message m on m.tenant_id = e.tenant_id"
                                        + " and m.id = e.message_id where e.tenant_id = ?",
                                row -> row.getInt(1),
                                tenantId)
                        .orElseThrow());
    }

    @Test
    void storesNothingWhereOneDraftCannotBeStored() {
        var drafts = List.of(draft("good"), draft("bad").attributes("no JSON"));

        assertThrows(RuntimeException.class, () -> store(Submission.opening(thread, drafts)));

        assertEquals(0, count("thread"));
        assertEquals(0, count("message"));
        assertEquals(0, count("outbox_event"));
    }

    @Test
    void answersDraftsUnderTheSameKeyWithTheLastOnesMessage() {
        var key = new NaturalKey(Ids.next(), "review", "google", "r-1");

        var stored = store(Submission.opening(
                thread,
                List.of(draft("first").keyed(key), draft("other"), draft("last").keyed(key))));

        assertEquals(stored.get(2), stored.get(0));
        assertEquals("last", stored.get(0).content().body());
        assertEquals(2, count("message"));
        assertEquals(1, count("external_message"));
    }

    @Test
    void leavesEqualContentUnderAKnownKeyAlone() {
        var key = new NaturalKey(Ids.next(), "review", "google", "r-1");
        var first = store(Submission.opening(thread, List.of(draft("same").keyed(key))))
                .get(0);

        var second = store(
                        Submission.of(tenantId, DIALECT, List.of(draft("same").keyed(key))))
                .get(0);

        assertEquals(first.id(), second.id());
        assertEquals(1, count("outbox_event"));
    }

    @Test
    void failsOnlyTheRequestThatCannotBeStoredOfThoseThatWaitTogether() {
        store(Submission.opening(thread, List.of()));
        var outcomes = IntStream.range(0, 200)
                .mapToObj(i -> i % 50 == 7 ? draft("bad").attributes("no JSON") : draft("good " + i))
                .map(draft -> intake.accept(Submission.of(tenantId, DIALECT, List.of(draft)))
                        .toCompletableFuture()
                        .handle((receipt, failure) -> failure == null))
                .toList();

        for (int i = 0; i < 200; i++) {
            assertEquals(i % 50 != 7, outcomes.get(i).join());
        }
        assertEquals(196, count("message"));
        assertEquals(196, count("outbox_event"));
    }

    @Test
    void givesIdsInTheOrderOfCommitsWithinAThread() {
        var first = intake.accept(Submission.of(tenantId, DIALECT, List.of(draft("1"))));
        var second = intake.accept(Submission.of(tenantId, DIALECT, List.of(draft("2"))));

        var a = second.toCompletableFuture().join().message();
        var b = first.toCompletableFuture().join().message();

        assertTrue(b.id().compareTo(a.id()) < 0);
    }

    @Test
    void letsLargeSubmissionsOfAThreadAppearInTheOrderOfTheirIds() {
        store(Submission.opening(thread, List.of()));
        var outcomes = Stream.of(2000, 128, 1, 1000, 300, 128, 1, 1500)
                .map(rows -> IntStream.range(0, rows).mapToObj(i -> draft("text " + i)))
                .map(drafts -> intake.accept(Submission.of(tenantId, DIALECT, drafts.toList())))
                .map(CompletionStage::toCompletableFuture)
                .toList();
        var all = CompletableFuture.allOf(outcomes.toArray(CompletableFuture[]::new));

        List<UUID> seen = List.of();
        while (!all.isDone()) {
            var now = ids();
            assertTrue(seen.equals(now.subList(0, seen.size())), "a message appeared before one that was there");
            seen = now;
        }
        assertEquals(5058, ids().size());
        assertEquals(
                outcomes.get(7).join().messages().get(0).createdAt(),
                sql.one(
                                "select updated_at from thread where id = ?",
                                row -> Sql.instant(row, "updated_at"),
                                thread.id())
                        .orElseThrow());
    }

    @Test
    void keepsEveryVersionOfMessagesThatArriveTogetherUnderOneKey() {
        var key = new NaturalKey(Ids.next(), "review", "google", "r-1");
        var outcomes = IntStream.rangeClosed(1, 20)
                .mapToObj(i -> draft("version " + i).keyed(key))
                .map(draft -> intake.accept(Submission.of(tenantId, DIALECT, List.of(draft))))
                .toList();

        for (int i = 0; i < 20; i++) {
            var message = outcomes.get(i).toCompletableFuture().join().message();
            assertEquals(i + 1, version(message));
            assertEquals("version " + (i + 1), message.content().body());
        }
        assertEquals(20, count("message"));
    }

    @Test
    void deletesKeysThatAreOlderThanAWeek() {
        for (int age = 5; age <= 9; age++) {
            sql.update(
                    "insert into idempotency_key values (?, ?, 'o', ?, 'f', '', now() - ?::interval)",
                    tenantId,
                    tenantId,
                    "key " + age,
                    age + " days");
        }

        keptAnswers.purge();

        assertEquals(2, count("idempotency_key"));
    }

    private List<StoredMessage> store(Submission submission) {
        return intake.accept(submission).toCompletableFuture().join().messages();
    }

    private MessageDraft draft(String text) {
        return MessageDraft.plain(thread.id(), AUTHOR, text);
    }

    private List<UUID> ids() {
        return sql.list(
                "select id from message where tenant_id = ? order by id",
                row -> row.getObject(1, UUID.class),
                tenantId);
    }

    private int version(StoredMessage message) {
        return sql.one(
                        "select version from message where tenant_id = ? and id = ?",
                        row -> row.getInt(1),
                        tenantId,
                        message.id())
                .orElseThrow();
    }

    private int count(String table) {
        return sql.one("select count(*) from " + table + " where tenant_id = ?", row -> row.getInt(1), tenantId)
                .orElseThrow();
    }
}
