package io.parlance.inside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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
import java.util.stream.IntStream;
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
        tenantId = tenants.create("inside-" + UUID.randomUUID(), "Inside").id();
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

    private List<StoredMessage> store(Submission submission) {
        return intake.accept(submission).toCompletableFuture().join().messages();
    }

    private MessageDraft draft(String text) {
        return MessageDraft.plain(thread.id(), AUTHOR, text);
    }

    private int count(String table) {
        return sql.one("select count(*) from " + table + " where tenant_id = ?", row -> row.getInt(1), tenantId)
                .orElseThrow();
    }
}
