package io.parlance.core.lifecycle;

import io.parlance.core.access.Caller;
import io.parlance.core.idempotency.IdempotencyKey;
import io.parlance.core.message.Author;
import io.parlance.core.message.MessageDraft;
import io.parlance.core.message.MessageIntake;
import io.parlance.core.message.Submission;
import io.parlance.core.problem.RejectedException;
import io.parlance.core.store.Ids;
import io.parlance.core.store.Sql;
import io.parlance.core.thread.MessageThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * Messages that follow from a change of a thread. They lie in a table of their own from the transaction of the change until the
 * intake has stored them, under a key of their own: however often and on however many nodes one is delivered, it is one message.
 */
@ApplicationScoped
public class ThreadNotes {
    private static final System.Logger LOG = System.getLogger(ThreadNotes.class.getName());
    private static final String SELECT =
            "select tenant_id, id, thread_id, dialect, author_type, author_id, body, attributes"
                    + " from thread_note where ";
    private static final String OPERATION = "note of a thread";
    private static final int OVERDUE_AT_ONCE = 100;

    /** How long the one who changed the thread has time to deliver. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Inject
    Sql sql;

    @Inject
    MessageIntake intake;

    private record Note(UUID tenantId, UUID id, String dialect, MessageDraft draft) {
        /** The installation is no caller, so that no key of a client is the same. */
        private Submission submission() {
            var text = id.toString();
            var key = new IdempotencyKey(tenantId, Caller.INSTALLATION, OPERATION, text, text);
            return Submission.of(tenantId, dialect, List.of(draft))
                    .under(new Submission.Keyed(key, receipt -> new byte[0]));
        }
    }

    /** Notes a message, in the transaction of the change. */
    void add(MessageThread thread, MessageDraft draft) {
        sql.update(
                "insert into thread_note (tenant_id, id, thread_id, dialect, author_type, author_id, body, attributes,"
                        + " created_at) values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)",
                thread.tenantId(),
                Ids.next(),
                thread.id(),
                thread.dialect(),
                draft.author().type(),
                draft.author().id(),
                draft.body(),
                draft.attributes(),
                Instant.now(Clock.systemUTC()));
    }

    /** Completes, and never fails, when the messages of the thread are stored or will be later. */
    public CompletionStage<Void> deliver(UUID tenantId, UUID threadId) {
        return deliver(() -> sql.list(
                SELECT + "tenant_id = ? and thread_id = ? order by id", ThreadNotes::read, tenantId, threadId));
    }

    /** Delivers what was left, of all tenants, not too many at once; any node may, at any time. */
    public CompletionStage<Void> deliverLeft() {
        return deliver(() -> sql.list(
                SELECT + "created_at < ? order by created_at limit " + OVERDUE_AT_ONCE,
                ThreadNotes::read,
                Instant.now(Clock.systemUTC()).minus(PATIENCE)));
    }

    private CompletionStage<Void> deliver(Supplier<List<Note>> search) {
        try {
            return CompletableFuture.allOf(
                    search.get().stream().map(this::deliver).toArray(CompletableFuture[]::new));
        } catch (RejectedException outOfReach) {
            LOG.log(System.Logger.Level.WARNING, "the notes of a thread will be delivered later", outOfReach);
            return CompletableFuture.completedStage(null);
        }
    }

    private CompletableFuture<Void> deliver(Note note) {
        return intake.accept(note.submission())
                .thenAccept(receipt -> sql.update(
                        "delete from thread_note where tenant_id = ? and id = ?", note.tenantId(), note.id()))
                .exceptionally(failure -> {
                    LOG.log(System.Logger.Level.WARNING, "a note of a thread will be delivered later", failure);
                    return null;
                })
                .toCompletableFuture();
    }

    private static Note read(ResultSet row) throws SQLException {
        var author = Author.of(row.getString("author_type"), row.getString("author_id"));
        var draft = MessageDraft.plain(row.getObject("thread_id", UUID.class), author, row.getString("body"))
                .attributes(row.getString("attributes"));
        return new Note(
                row.getObject("tenant_id", UUID.class),
                row.getObject("id", UUID.class),
                row.getString("dialect"),
                draft);
    }
}
