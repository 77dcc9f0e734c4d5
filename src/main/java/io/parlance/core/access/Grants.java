package io.parlance.core.access;

import io.parlance.core.store.Ids;
import io.parlance.core.store.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Rows of table {@code person_grant}. */
@ApplicationScoped
class Grants {
    private static final String SELECT =
            "select tenant_id, id, credential_id, user_id, revoked_at is not null as revoked"
                    + " from person_grant where tenant_id = ? and id = ?";

    @Inject
    Sql sql;

    Grant add(UUID tenantId, UUID credentialId, UUID userId, Instant now) {
        var grant = new Grant(tenantId, Ids.next(), credentialId, userId, false);
        sql.update(
                "insert into person_grant (tenant_id, id, credential_id, user_id, created_at) values (?, ?, ?, ?, ?)",
                tenantId,
                grant.id(),
                credentialId,
                userId,
                now);
        return grant;
    }

    Optional<Grant> find(UUID tenantId, UUID id) {
        return sql.one(SELECT, Grants::read, tenantId, id);
    }

    /** The same, and keeps others who want to use or revoke it waiting until the transaction ends. */
    Optional<Grant> lock(UUID tenantId, UUID id) {
        return sql.one(SELECT + " for update", Grants::read, tenantId, id);
    }

    void revoke(Grant grant, Instant now) {
        sql.update(
                "update person_grant set revoked_at = ? where tenant_id = ? and id = ? and revoked_at is null",
                now,
                grant.tenantId(),
                grant.id());
    }

    private static Grant read(ResultSet row) throws SQLException {
        return new Grant(
                row.getObject("tenant_id", UUID.class),
                row.getObject("id", UUID.class),
                row.getObject("credential_id", UUID.class),
                row.getObject("user_id", UUID.class),
                row.getBoolean("revoked"));
    }
}
