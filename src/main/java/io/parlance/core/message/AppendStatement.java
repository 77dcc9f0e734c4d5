package io.parlance.core.message;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The one statement that stores a batch. Arrays keep it the same for all sizes; what a batch does not need is left out, so
 * there are a few forms of it, each prepared once.
 */
final class AppendStatement {
    private static final String YOUNGER =
            """
              update thread t set updated_at = greatest(t.updated_at, ?)
                from (select l.tenant_id, l.id from thread l
                    where (l.tenant_id, l.id) in (
                        select tenant_id, thread_id from input WITHOUT_KEY)
                      and l.key is null
                    order by l.tenant_id, l.id for no key update) locked
                where t.tenant_id = locked.tenant_id and t.id = locked.id
            """;

    /** Makes threads of a tenant younger, in a statement of its own: tenant, threads, time. */
    static final String TOUCH = "with input as (select ?::uuid as tenant_id, unnest(?::uuid[]) as thread_id)\n"
            + YOUNGER.replace("WITHOUT_KEY", "");

    /** What a batch may need besides messages and their events. Each takes the parameters named in its text, in this order. */
    enum Part {
        /** A client's keys: rows of a request are stored only if its key is free. */
        KEYS(
                """
                keys as (
                  select * from unnest(?::int[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::bytea[])
                    as k(request, tenant_id, caller_id, operation, key, fingerprint, answer)
                ), claimed as (
                  insert into idempotency_key as old
                    (tenant_id, caller_id, operation, key, fingerprint, answer, created_at)
                  select tenant_id, caller_id, operation, key, fingerprint, answer, ?
                    from keys order by tenant_id, caller_id, operation, key
                  on conflict (tenant_id, caller_id, operation, key) do update
                    set fingerprint = excluded.fingerprint, answer = excluded.answer, created_at = excluded.created_at
                    where old.created_at < ?
                  returning tenant_id, caller_id, operation, key
                ), admitted as (
                  select request from keys join claimed using (tenant_id, caller_id, operation, key)
                ), input as (
                  select * from raw
                    where not exists (select from keys k where k.request = raw.request)
                      or exists (select from admitted a where a.request = raw.request)
                ),
                """),
        /** Natural keys: rows whose key holds equal content already are left out. They come in the order of their keys. */
        POINTERS(
                """
                pointer as (
                  insert into external_message as e
                    (tenant_id, dialect, group_id, channel, source, external_id, message_id, version, content_hash)
                  select tenant_id, dialect, group_id, channel, source, external_id, id, 1, content_hash
                    from input where external_id is not null
                  on conflict (tenant_id, dialect, group_id, channel, source, external_id) do update
                    set message_id = excluded.message_id, version = e.version + 1, content_hash = excluded.content_hash
                    where e.content_hash <> excluded.content_hash
                  returning message_id, version
                ),
                """),
        /** Threads that are made with their first messages. */
        OPENINGS(
                """
                opened as (
                  insert into thread (tenant_id, id, number, dialect, application_id, group_id, key, subject, requester_id,
                    status, resolved, attributes, created_at, updated_at)
                  select o.tenant_id, o.id, o.number, o.dialect, o.application_id, o.group_id, o.key, o.subject,
                    o.requester_id, o.status, false, o.attributes::jsonb, ?, ?
                    from unnest(?::int[], ?::uuid[], ?::uuid[], ?::bigint[], ?::text[], ?::uuid[], ?::uuid[], ?::text[],
                        ?::text[], ?::text[], ?::text[], ?::text[])
                      as o(request, tenant_id, id, number, dialect, application_id, group_id, key, subject, requester_id,
                        status, attributes)
                    where ADMITTED(o)
                ), joined as (
                  insert into thread_participant (tenant_id, thread_id, user_id)
                  select p.tenant_id, p.thread_id, p.user_id
                    from unnest(?::int[], ?::uuid[], ?::uuid[], ?::uuid[]) as p(request, tenant_id, thread_id, user_id)
                    where ADMITTED(p)
                  on conflict do nothing
                ),
                """),
        /** Attachments that messages refer to; the people of the thread may read them from then on. */
        ATTACHMENTS(
                """
                attached as (
                  select b.tenant_id, b.id, i.thread_id
                    from unnest(?::int[], ?::uuid[], ?::uuid[], ?::uuid[]) as b(request, tenant_id, message_id, id)
                    join input i on i.tenant_id = b.tenant_id and i.id = b.message_id
                ), bound as (
                  update attachment a set bound_at = ?
                    from attached b where a.tenant_id = b.tenant_id and a.id = b.id and a.bound_at is null
                ), shared as (
                  insert into thread_attachment (tenant_id, attachment_id, thread_id)
                  select distinct tenant_id, id, thread_id from attached order by tenant_id, id, thread_id
                  on conflict do nothing
                ),
                """),
        /** Threads that become younger by their messages. One found by a key holds a whole channel and is left alone. */
        TOUCHES("touched as (\n" + YOUNGER + "),\n"),
        /** Inboxes of people: a message brings its thread back to all of them, as something new to all but its author. */
        INBOXES(
                """
                noted as (
                  select i.*, n.people::uuid[] people, n.words from input i
                    join unnest(?::uuid[], ?::text[], ?::text[]) as n(id, people, words) on n.id = i.id
                ), entered as (
                  insert into inbox_entry as e (tenant_id, user_id, thread_id, last_message_id, place, unread)
                  select n.tenant_id, p.user_id, n.thread_id, (array_agg(n.id order by n.id desc))[1], 'active',
                      bool_or(p.user_id is distinct from n.author_user_id)
                    from noted n cross join lateral unnest(n.people) p(user_id)
                    group by n.tenant_id, p.user_id, n.thread_id order by n.tenant_id, p.user_id, n.thread_id
                  on conflict (tenant_id, user_id, thread_id) do update
                    set last_message_id = greatest(e.last_message_id, excluded.last_message_id), place = 'active',
                      unread = e.unread or excluded.unread
                ), worded as (
                  insert into message_words (tenant_id, thread_id, message_id, people, words)
                  select tenant_id, thread_id, id, people, array_to_tsvector(string_to_array(words, ' '))
                    from noted where words <> ''
                ),
                """);

        private final String text;

        Part(String text) {
            this.text = text;
        }
    }

    /** What the statement knows of a message, one array each. Those of a part are left out where the batch does not need it. */
    enum Column {
        REQUEST("int", Part.KEYS),
        TENANT_ID("uuid", null),
        ID("uuid", null),
        NUMBER("bigint", null),
        THREAD_ID("uuid", null),
        DIALECT("text", null),
        CHANNEL("text", null),
        AUTHOR_TYPE("text", null),
        AUTHOR_ID("text", null),
        AUTHOR_USER_ID("uuid", null),
        BODY("text", null),
        CONTENT_TYPE("text", null),
        IDENTIFIER("text", null),
        SENT_AT("text", null),
        ATTRIBUTES("text", null),
        GROUP_ID("uuid", Part.POINTERS),
        SOURCE("text", Part.POINTERS),
        EXTERNAL_ID("text", Part.POINTERS),
        CONTENT_HASH("text", Part.POINTERS);

        private final String type;
        private final @Nullable Part part;

        Column(String type, @Nullable Part part) {
            this.type = type;
            this.part = part;
        }

        /** The columns that a batch with these parts has, in the order of the parameters. */
        static List<Column> of(Set<Part> parts) {
            return Stream.of(values())
                    .filter(column -> column.part == null || parts.contains(column.part))
                    .toList();
        }

        /** In the list of what is selected all arrays walk along together; as a table each would be copied first. */
        private String text() {
            return "unnest(?::" + type + "[]) as " + name().toLowerCase(Locale.ROOT);
        }
    }

    private static final String STORED =
            """
            stored as (
              insert into message (tenant_id, id, number, thread_id, dialect, channel, author_type, author_id,
                author_user_id, body, content_type, identifier, sent_at, attributes, source, external_id, version,
                created_at)
              select i.tenant_id, i.id, i.number, i.thread_id, i.dialect, i.channel, i.author_type, i.author_id,
                i.author_user_id, i.body, i.content_type, i.identifier, i.sent_at::timestamptz, i.attributes::jsonb,
                %s, ?
                from input i %s
              returning tenant_id, id, dialect, thread_id
            )
            """;
    /** An event has the id of its message. Where nothing else is asked, the count of them tells that all were stored. */
    private static final String EVENTS =
            """
            insert into outbox_event (tenant_id, id, type, dialect, thread_id, message_id, created_at)
              select tenant_id, id, 'message.created', dialect, thread_id, id, ? from stored
            """;

    private static final String EVENTS_AND_CLAIMED = ", event as (" + EVENTS + ")"
            + " select id, null::int from stored union all select null, request from admitted";

    private static final String VERSION = "i.source, i.external_id, coalesce(p.version, 1)";
    private static final String NO_KEY = "null, null, 1";
    private static final String NEW =
            "left join pointer p on p.message_id = i.id where i.external_id is null or p.message_id is not null";
    private static final String ADMITTED = "(not exists (select from keys k where k.request = $1.request)"
            + " or exists (select from admitted a where a.request = $1.request))";

    private static final Map<Set<Part>, String> TEXTS = new ConcurrentHashMap<>();

    private AppendStatement() {}

    static String text(Set<Part> parts) {
        return TEXTS.computeIfAbsent(Set.copyOf(parts), AppendStatement::compose);
    }

    private static String compose(Set<Part> parts) {
        boolean keyed = parts.contains(Part.KEYS);
        boolean natural = parts.contains(Part.POINTERS);
        var columns = Column.of(parts).stream().map(Column::text).collect(Collectors.joining(", "));
        var text = new StringBuilder("with " + (keyed ? "raw" : "input") + " as (select " + columns + "),\n");
        for (var part : Part.values()) {
            text.append(parts.contains(part) ? part.text : "");
        }
        text.append(natural ? STORED.formatted(VERSION, NEW) : STORED.formatted(NO_KEY, ""));
        text.append(keyed ? EVENTS_AND_CLAIMED : EVENTS);
        return text.toString()
                .replace("WITHOUT_KEY", natural ? "where external_id is null" : "")
                .replaceAll("ADMITTED\\((\\w)\\)", keyed ? ADMITTED : "true");
    }
}
