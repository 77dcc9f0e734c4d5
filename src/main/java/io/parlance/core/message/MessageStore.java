package io.parlance.core.message;

import io.parlance.core.message.AppendStatement.Part;
import io.parlance.core.store.OneTransaction;
import io.parlance.core.store.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Stores batches by {@link AppendStatement}. */
@ApplicationScoped
class MessageStore {
    @Inject
    Sql sql;

    @Inject
    OneTransaction transaction;

    /** Stores prepared tickets by one statement, which is a transaction of its own: all of them, or none. */
    Appended append(List<Ticket> tickets, Instant now) {
        var call = new AppendCall(tickets, now);
        if (call.isKeyed()) {
            return appendKeyed(call, tickets);
        }
        int stored = sql.update(call.text(), call.parameters());
        boolean all = stored == tickets.stream().mapToInt(Ticket::rows).sum();
        return new Appended(all, all ? Set.of() : known(tickets), Set.of());
    }

    /**
     * Stores one prepared ticket that {@link Ticket#mayFollow may follow} others: its rows are written while those of the others
     * still are, and committed after them. It touches its threads last, because their locks are the only ones it shares.
     *
     * @param turn returns once all that goes before is committed, or failed
     */
    Appended appendBehind(Ticket ticket, Instant now, Runnable turn) {
        var call = new AppendCall(List.of(ticket), now, Set.of(Part.TOUCHES));
        return transaction.of(() -> {
            sql.update(call.text(), call.parameters());
            turn.run();
            sql.update(AppendStatement.TOUCH, ticket.submission().tenantId(), ticket.threadIds(), now);
            return new Appended(true, Set.of(), Set.of());
        });
    }

    private Appended appendKeyed(AppendCall call, List<Ticket> tickets) {
        var appended = new Appended(false, new HashSet<>(), new HashSet<>());
        sql.list(
                call.text(),
                row -> {
                    var id = row.getObject(1, UUID.class);
                    return id == null
                            ? appended.claimed().add(tickets.get(row.getInt(2)))
                            : appended.stored().add(id);
                },
                call.parameters());
        return appended;
    }

    /** Which of their messages lie in the store. */
    private Set<UUID> known(List<Ticket> tickets) {
        var tenants = new ArrayList<UUID>();
        var ids = new ArrayList<UUID>();
        for (var ticket : tickets) {
            for (var message : ticket.messages()) {
                tenants.add(ticket.submission().tenantId());
                ids.add(message.id());
            }
        }
        return Set.copyOf(sql.list(
                "select id from message where (tenant_id, id) in (select * from unnest(?::uuid[], ?::uuid[]))",
                row -> row.getObject(1, UUID.class),
                tenants.toArray(UUID[]::new),
                ids.toArray(UUID[]::new)));
    }

    /** The messages of a ticket as they lie in the store after the statement that had it. */
    List<StoredMessage> current(Ticket ticket, Appended appended) {
        return ticket.messages().stream()
                .map(message -> appended.has(message)
                        ? message
                        : unchanged(ticket.submission().tenantId(), message))
                .toList();
    }

    /** The message that the natural key points to, whose content is equal. */
    private StoredMessage unchanged(UUID tenantId, StoredMessage message) {
        var key = Objects.requireNonNull(message.content().naturalKey());
        return sql.one(
                        "select m.id, m.number, m.version, m.created_at from external_message e"
                                + " join message m on m.tenant_id = e.tenant_id and m.id = e.message_id"
                                + " where e.tenant_id = ? and e.dialect = ? and e.group_id = ? and e.channel = ?"
                                + " and e.source = ? and e.external_id = ?",
                        row -> new StoredMessage(
                                row.getObject("id", UUID.class),
                                row.getLong("number"),
                                message.dialect(),
                                row.getInt("version"),
                                Objects.requireNonNull(Sql.instant(row, "created_at")),
                                message.content()),
                        tenantId,
                        message.dialect(),
                        key.groupId(),
                        key.channel(),
                        key.source(),
                        key.externalId())
                .orElseThrow(() -> new IllegalStateException("the message under a natural key vanished"));
    }
}
