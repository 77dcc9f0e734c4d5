package io.parlance.core.message;

import io.parlance.core.store.Ids;
import io.parlance.core.store.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Appends messages with their outbox events by one statement, whatever their number. Arrays keep it one prepared statement
 * for all sizes; rows whose natural key holds equal content are left out by the statement itself.
 */
@ApplicationScoped
class MessageStore {
    private static final String APPEND =
            """
            with input as (
              select * from unnest(?::uuid[], ?::uuid[], ?::bigint[], ?::uuid[], ?::text[], ?::text[], ?::text[],
                  ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::uuid[], ?::text[], ?::text[],
                  ?::text[])
                as i(id, event_id, number, thread_id, channel, author_type, author_id, author_user_id, body,
                  content_type, identifier, sent_at, attributes, group_id, source, external_id, content_hash)
            ), pointer as (
              insert into external_message as e
                (tenant_id, dialect, group_id, channel, source, external_id, message_id, version, content_hash)
              select ?, ?, group_id, channel, source, external_id, id, 1, content_hash
                from input where external_id is not null
                order by group_id, channel, source, external_id
              on conflict (tenant_id, dialect, group_id, channel, source, external_id) do update
                set message_id = excluded.message_id, version = e.version + 1, content_hash = excluded.content_hash
                where e.content_hash <> excluded.content_hash
              returning message_id, version
            ), stored as (
              insert into message (tenant_id, id, number, thread_id, dialect, channel, author_type, author_id,
                author_user_id, body, content_type, identifier, sent_at, attributes, source, external_id, version,
                created_at)
              select ?, i.id, i.number, i.thread_id, ?, i.channel, i.author_type, i.author_id,
                i.author_user_id, i.body, i.content_type, i.identifier, i.sent_at::timestamptz, i.attributes::jsonb,
                i.source, i.external_id, coalesce(p.version, 1), ?
                from input i left join pointer p on p.message_id = i.id
                where i.external_id is null or p.message_id is not null
              returning id, version
            ), event as (
              insert into outbox_event (tenant_id, id, type, dialect, thread_id, message_id, created_at)
              select ?, i.event_id, ?, ?, i.thread_id, i.id, ? from input i join stored s on s.id = i.id
            )
            select id, version from stored
            """;
    private static final String TOUCH_THREADS =
            """
            update thread set updated_at = greatest(updated_at, ?) where tenant_id = ? and id in
              (select id from thread where tenant_id = ? and id = any(?) and key is null order by id for update)
            """;

    @Inject
    Sql sql;

    /** Needs a transaction. Answers each message as it lies in the store now, in the order given. */
    List<StoredMessage> append(UUID tenantId, String dialect, List<StoredMessage> messages) {
        var versions = insert(tenantId, dialect, messages);
        touchThreads(tenantId, messages);
        bindAttachments(tenantId, messages);
        return messages.stream()
                .map(message -> versions.containsKey(message.id())
                        ? withVersion(message, versions.get(message.id()))
                        : current(tenantId, dialect, message))
                .toList();
    }

    private Map<UUID, Integer> insert(UUID tenantId, String dialect, List<StoredMessage> messages) {
        var createdAt = messages.get(0).createdAt();
        var versions = new HashMap<UUID, Integer>();
        sql.list(
                APPEND,
                row -> versions.put(row.getObject(1, UUID.class), row.getInt(2)),
                uuids(messages, StoredMessage::id),
                uuids(messages, message -> Ids.next()),
                messages.stream().map(StoredMessage::number).toArray(Long[]::new),
                uuids(messages, message -> message.content().threadId()),
                texts(messages, message -> message.content().channel()),
                texts(messages, message -> message.content().author().type()),
                texts(messages, message -> message.content().author().id()),
                uuids(messages, message -> message.content().author().userId()),
                texts(messages, message -> message.content().body()),
                texts(messages, message -> message.content().contentType()),
                texts(messages, message -> message.content().identifier()),
                texts(messages, message -> Objects.toString(message.content().sentAt(), null)),
                texts(messages, message -> message.content().attributes()),
                uuids(messages, message -> key(message, NaturalKey::groupId)),
                texts(messages, message -> key(message, NaturalKey::source)),
                texts(messages, message -> key(message, NaturalKey::externalId)),
                texts(messages, MessageStore::contentHash),
                tenantId,
                dialect,
                tenantId,
                dialect,
                createdAt,
                tenantId,
                "message.created",
                dialect,
                createdAt);
        return versions;
    }

    /** A thread found by a key holds a whole channel; its row must not become a bottleneck, so it is left alone. */
    private void touchThreads(UUID tenantId, List<StoredMessage> messages) {
        var ids = messages.stream()
                .filter(message -> message.content().naturalKey() == null)
                .map(message -> message.content().threadId())
                .distinct()
                .toArray(UUID[]::new);
        if (ids.length > 0) {
            sql.update(TOUCH_THREADS, messages.get(0).createdAt(), tenantId, tenantId, ids);
        }
    }

    private void bindAttachments(UUID tenantId, List<StoredMessage> messages) {
        var ids = messages.stream()
                .flatMap(message -> message.content().attachmentIds().stream())
                .distinct()
                .toArray(UUID[]::new);
        if (ids.length > 0) {
            sql.update(
                    "update attachment set bound_at = ? where tenant_id = ? and id = any(?) and bound_at is null",
                    messages.get(0).createdAt(),
                    tenantId,
                    ids);
        }
    }

    /** The message that the natural key points to, whose content is equal. */
    private StoredMessage current(UUID tenantId, String dialect, StoredMessage message) {
        var key = Objects.requireNonNull(message.content().naturalKey());
        return sql.one(
                        "select m.id, m.number, m.version, m.created_at from external_message e"
                                + " join message m on m.tenant_id = e.tenant_id and m.id = e.message_id"
                                + " where e.tenant_id = ? and e.dialect = ? and e.group_id = ? and e.channel = ?"
                                + " and e.source = ? and e.external_id = ?",
                        row -> new StoredMessage(
                                row.getObject("id", UUID.class),
                                row.getLong("number"),
                                dialect,
                                row.getInt("version"),
                                Objects.requireNonNull(Sql.instant(row, "created_at")),
                                message.content()),
                        tenantId,
                        dialect,
                        key.groupId(),
                        key.channel(),
                        key.source(),
                        key.externalId())
                .orElseThrow(() -> new IllegalStateException("natural key vanished during its transaction"));
    }

    private static StoredMessage withVersion(StoredMessage message, int version) {
        return new StoredMessage(
                message.id(), message.number(), message.dialect(), version, message.createdAt(), message.content());
    }

    private static @Nullable String contentHash(StoredMessage message) {
        var content = message.content();
        if (content.naturalKey() == null) {
            return null;
        }
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : List.of(
                    content.threadId().toString(),
                    content.author().type(),
                    content.author().id(),
                    content.body(),
                    String.valueOf(content.sentAt()),
                    content.attributes())) {
                digest.update(part.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    private static <T> @Nullable T key(StoredMessage message, Function<NaturalKey, T> part) {
        var key = message.content().naturalKey();
        return key == null ? null : part.apply(key);
    }

    private static UUID[] uuids(List<StoredMessage> messages, Function<StoredMessage, @Nullable UUID> part) {
        return messages.stream().map(part).toArray(UUID[]::new);
    }

    private static String[] texts(List<StoredMessage> messages, Function<StoredMessage, @Nullable String> part) {
        return messages.stream().map(part).toArray(String[]::new);
    }
}
