package io.parlance.core.inbox;

import io.parlance.core.store.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the threads of a person in which one message holds all words of a text, those with the newest messages first. Common
 * words are found soon by looking into one thread after the other; what is not found in the newest threads is rare as a rule,
 * and an index finds that in all of them at once. Neither way suits both: an index would first collect every message with a
 * common word. So it is asked whether the words are rare, and if they are not, the way from thread to thread goes on.
 */
@ApplicationScoped
public class InboxSearch {
    /** How many threads are looked into at once; behind the last of these the index is asked. */
    private static final int[] ROUNDS = {25, 75, 200};

    /** How many messages of a thread are looked at before the index is asked. */
    private static final int THREAD_MESSAGES = 50;

    /** Of each thread: whether one of its newest messages has the words, and whether there are older ones. */
    private static final String LOOK =
            """
            select t.id, coalesce(bool_or(m.words @@ ?::tsquery), false) found, count(m.words) = %1$d cut
            from unnest(?::uuid[], ?::uuid[]) t(id, hidden_up_to) left join lateral (
              select words from message_words
              where tenant_id = ? and thread_id = t.id
                and message_id > coalesce(t.hidden_up_to, '00000000-0000-0000-0000-000000000000')
              order by message_id desc limit %1$d) m on true
            group by t.id
            """
                    .formatted(THREAD_MESSAGES);

    /** Whatever the index finds. It is asked first, whatever the planner believes: it knows nothing of what people share. */
    private static final String HITS =
            """
            with hits as materialized (
              select thread_id, message_id from (
                select * from message_words where people @> array[?]::uuid[] and words @@ ?::tsquery offset 0) m
              where tenant_id = ?
            )
            """;

    /** The index is read no further than to this many messages; words with more of them are met on the way from thread to thread. */
    private static final int MOST_HITS = 3000;

    private static final String COUNT =
            HITS + "select count(*) hits from (select from hits limit %d) h".formatted(MOST_HITS + 1);

    private static final String FIND = HITS
            + """
            select %s from inbox_entry e
            where e.tenant_id = ? and e.user_id = ? and %s and exists (
              select from hits h where h.thread_id = e.thread_id
                and h.message_id > coalesce(e.hidden_up_to, '00000000-0000-0000-0000-000000000000'))
            order by e.last_message_id desc offset ? limit %d
            """;

    private static final String HOLDS =
            """
            exists (select from message_words m
              where m.tenant_id = e.tenant_id and m.thread_id = e.thread_id and m.words @@ ?::tsquery
                and m.message_id > coalesce(e.hidden_up_to, '00000000-0000-0000-0000-000000000000') offset 0)
            """;

    @Inject
    Sql sql;

    @Inject
    Inbox inbox;

    /** How far the look into threads has come: those it found, the last it is sure of, and whether it could go on. */
    private static final class Look {
        private final List<InboxEntry> found = new ArrayList<>();
        private @Nullable InboxEntry last;
        private boolean stuck;
    }

    public List<InboxEntry> list(UUID tenantId, UUID userId, InboxView view, String searched, long offset, int limit) {
        var query = Words.query(searched);
        if (query.isEmpty()) {
            return List.of();
        }
        var look = new Look();
        for (int i = 0; i < ROUNDS.length && !look.stuck; i++) {
            var some = inbox.list(Inbox.threads(tenantId, userId, view, look.last), 0, ROUNDS[i]);
            look(tenantId, some, query, look);
            if (look.found.size() >= offset + limit || (some.size() < ROUNDS[i] && !look.stuck)) {
                return look.found.stream().skip(offset).limit(limit).toList();
            }
        }
        return isRare(tenantId, userId, query)
                ? find(tenantId, userId, view, query, offset, limit)
                : walk(tenantId, userId, view, query, look, offset, limit);
    }

    private boolean isRare(UUID tenantId, UUID userId, String query) {
        return sql.one(COUNT, row -> row.getInt("hits") <= MOST_HITS, userId, query, tenantId)
                .orElseThrow();
    }

    private List<InboxEntry> find(UUID tenantId, UUID userId, InboxView view, String query, long offset, int limit) {
        return sql.list(
                FIND.formatted(InboxEntry.COLUMNS, view.condition(), limit),
                InboxEntry::read,
                userId,
                query,
                tenantId,
                tenantId,
                userId,
                offset);
    }

    /** Goes on from thread to thread where looking into the newest ones has ended. */
    private List<InboxEntry> walk(
            UUID tenantId, UUID userId, InboxView view, String query, Look look, long offset, int limit) {
        var here = look.found.stream().skip(offset).toList();
        var behind = inbox.list(
                Inbox.threads(tenantId, userId, view, look.last).and(HOLDS, query),
                Math.max(0, offset - look.found.size()),
                limit - here.size());
        return Stream.concat(here.stream(), behind.stream()).toList();
    }

    private void look(UUID tenantId, List<InboxEntry> entries, String query, Look look) {
        record Outcome(UUID threadId, boolean found, boolean cut) {}
        var decided = sql
                .list(
                        LOOK,
                        row -> new Outcome(
                                row.getObject("id", UUID.class), row.getBoolean("found"), row.getBoolean("cut")),
                        query,
                        entries.stream().map(InboxEntry::threadId).toArray(UUID[]::new),
                        entries.stream().map(InboxEntry::hiddenUpTo).toArray(UUID[]::new),
                        tenantId)
                .stream()
                .filter(outcome -> outcome.found() || !outcome.cut())
                .collect(Collectors.toMap(Outcome::threadId, Outcome::found));
        for (var entry : entries) {
            var found = decided.get(entry.threadId());
            if (found == null) {
                look.stuck = true;
                return;
            }
            look.last = entry;
            if (found) {
                look.found.add(entry);
            }
        }
    }
}
