package io.parlance.core.message;

import io.parlance.core.config.Configuration;
import io.parlance.core.config.CoreKey;
import io.parlance.core.store.Ids;
import io.parlance.core.store.Numbers;
import io.parlance.core.store.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The files of a tenant that messages may refer to. Contents are kept in pieces, so that neither writing nor reading has a whole
 * file in memory. A file that no message refers to is deleted after a while.
 */
@ApplicationScoped
public class Attachments {
    /** Size of all pieces but the last one of a file. */
    public static final int CHUNK = 256 << 10;

    private static final int PURGED_AT_ONCE = 20;
    /** Between the end of use and the deletion: a message that was accepted just before finds its file. */
    private static final Duration GRACE = Duration.ofHours(1);

    private static final String SELECT =
            "select tenant_id, id, number, owner_id, name, media_type, size, sha256 from attachment a";

    @Inject
    Sql sql;

    @Inject
    Numbers numbers;

    @Inject
    Configuration configuration;

    /** The attachments among these numbers that this person owns and may still use, in no order. */
    public List<Attachment> findOwned(UUID tenantId, UUID ownerId, Collection<Long> wanted) {
        return sql.list(
                SELECT + " where tenant_id = ? and owner_id = ? and number = any(?)"
                        + " and (bound_at is not null or created_at > ?)",
                Attachments::read,
                tenantId,
                ownerId,
                wanted.toArray(Long[]::new),
                endOfUse());
    }

    /** The attachments with these numbers, whosever they are, in no order. */
    public List<Attachment> findAll(UUID tenantId, Collection<Long> wanted) {
        return sql.list(
                SELECT + " where tenant_id = ? and number = any(?)",
                Attachments::read,
                tenantId,
                wanted.toArray(Long[]::new));
    }

    /** Everything a person owns, oldest first. */
    public List<Attachment> listOwned(UUID tenantId, UUID ownerId) {
        return sql.list(
                SELECT + " where tenant_id = ? and owner_id = ? order by id", Attachments::read, tenantId, ownerId);
    }

    /** An attachment that a person may read: their own until a message has it, then those of the conversations they are in. */
    public Optional<Attachment> findReadable(UUID tenantId, UUID userId, long number) {
        return sql.one(
                SELECT + " where tenant_id = ? and number = ? and (bound_at is null and owner_id = ? or exists ("
                        + "select from thread_attachment t join thread_participant p"
                        + " on p.tenant_id = t.tenant_id and p.thread_id = t.thread_id and p.user_id = ?"
                        + " where t.tenant_id = a.tenant_id and t.attachment_id = a.id))",
                Attachments::read,
                tenantId,
                number,
                userId,
                userId);
    }

    /** Keeps a file of a person, all of it or nothing. */
    @Transactional
    public Attachment store(UUID tenantId, UUID ownerId, FileFacts file, InputStream content) {
        var attachment = new Attachment(tenantId, Ids.next(), numbers.nextAttachment(), ownerId, file);
        sql.update(
                "insert into attachment (tenant_id, id, number, owner_id, name, media_type, size, sha256, created_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                tenantId,
                attachment.id(),
                attachment.number(),
                ownerId,
                file.name(),
                file.mediaType(),
                file.size(),
                file.sha256(),
                now());
        try {
            store(attachment, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return attachment;
    }

    private void store(Attachment attachment, InputStream content) throws IOException {
        var chunk = content.readNBytes(CHUNK);
        for (int position = 0; chunk.length > 0; position++, chunk = content.readNBytes(CHUNK)) {
            sql.update(
                    "insert into attachment_chunk (tenant_id, attachment_id, position, content) values (?, ?, ?, ?)",
                    attachment.tenantId(),
                    attachment.id(),
                    position,
                    chunk);
        }
    }

    /** One piece of a file. */
    public byte[] chunk(Attachment attachment, int position) {
        return sql.one(
                        "select content from attachment_chunk"
                                + " where tenant_id = ? and attachment_id = ? and position = ?",
                        row -> row.getBytes(1),
                        attachment.tenantId(),
                        attachment.id(),
                        position)
                .orElseThrow(() -> new IllegalStateException("a piece of an attachment vanished"));
    }

    /** Deletes the files that no message refers to, a few in each transaction. */
    public void purge() {
        int deleted;
        do {
            deleted = sql.one(
                            """
                            with gone as (
                              delete from attachment where ctid = any(array(
                                  select ctid from attachment where bound_at is null and created_at < ? limit ?))
                                and bound_at is null
                              returning tenant_id, id
                            ), chunks as (
                              delete from attachment_chunk c using gone g
                                where c.tenant_id = g.tenant_id and c.attachment_id = g.id
                            )
                            select count(*) from gone
                            """,
                            row -> row.getInt(1),
                            endOfUse().minus(GRACE),
                            PURGED_AT_ONCE)
                    .orElseThrow();
        } while (deleted == PURGED_AT_ONCE);
    }

    Instant endOfUse() {
        return now().minus(Duration.ofDays(configuration.number(CoreKey.ATTACHMENT_UNUSED_DAYS)));
    }

    private static Instant now() {
        return Instant.now(Clock.systemUTC());
    }

    private static Attachment read(ResultSet row) throws SQLException {
        return new Attachment(
                row.getObject("tenant_id", UUID.class),
                row.getObject("id", UUID.class),
                row.getLong("number"),
                row.getObject("owner_id", UUID.class),
                new FileFacts(
                        row.getString("name"),
                        row.getString("media_type"),
                        row.getLong("size"),
                        row.getString("sha256")));
    }
}
