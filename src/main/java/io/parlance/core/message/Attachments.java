package io.parlance.core.message;

import io.parlance.core.store.Ids;
import io.parlance.core.store.Numbers;
import io.parlance.core.store.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The files of a tenant that messages may refer to. */
@ApplicationScoped
public class Attachments {
    @Inject
    Sql sql;

    @Inject
    Numbers numbers;

    /** The attachments among these numbers that this person owns, in no order. */
    public List<Attachment> findOwned(UUID tenantId, UUID ownerId, Collection<Long> wanted) {
        return sql.list(
                "select id, number, owner_id, name from attachment"
                        + " where tenant_id = ? and owner_id = ? and number = any(?)",
                Attachments::read,
                tenantId,
                ownerId,
                wanted.toArray(Long[]::new));
    }

    /** The attachments with these numbers, whosever they are, in no order. */
    public List<Attachment> findAll(UUID tenantId, Collection<Long> wanted) {
        return sql.list(
                "select id, number, owner_id, name from attachment where tenant_id = ? and number = any(?)",
                Attachments::read,
                tenantId,
                wanted.toArray(Long[]::new));
    }

    /** Everything a person owns, oldest first. */
    public List<Attachment> listOwned(UUID tenantId, UUID ownerId) {
        return sql.list(
                "select id, number, owner_id, name from attachment where tenant_id = ? and owner_id = ? order by id",
                Attachments::read,
                tenantId,
                ownerId);
    }

    /** Registers a file of a person; its content is kept by whoever stores contents. */
    public Attachment register(UUID tenantId, UUID ownerId, String name) {
        var attachment = new Attachment(Ids.next(), numbers.nextAttachment(), ownerId, name);
        sql.update(
                "insert into attachment (tenant_id, id, number, owner_id, name, created_at) values (?, ?, ?, ?, ?, ?)",
                tenantId,
                attachment.id(),
                attachment.number(),
                ownerId,
                name,
                Instant.now(Clock.systemUTC()));
        return attachment;
    }

    private static Attachment read(ResultSet row) throws SQLException {
        return new Attachment(
                row.getObject("id", UUID.class),
                row.getLong("number"),
                row.getObject("owner_id", UUID.class),
                row.getString("name"));
    }
}
