package io.parlance.core.tenant;

import io.parlance.core.store.Sql;
import io.parlance.core.store.Uuids;
import io.parlance.core.store.Where;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Finds groups with their profiles by what a client knows of them. */
@ApplicationScoped
public class GroupSearch {
    private static final String SELECT =
            "select tenant_id, id, name, external_ref, alias, timezone, number, attributes, created_at from tenant_group";

    @Inject
    Sql sql;

    /** In the order of their numbers. */
    public List<GroupProfile> find(UUID tenantId, GroupFilter filter, int limit) {
        var where = new Where("tenant_id = ? and deleted_at is null and number > ?", tenantId, filter.afterNumber())
                .andIfGiven("external_ref = ?", filter.externalRef())
                .andIfGiven("position(lower(?) in lower(name)) > 0", filter.namePart());
        if (filter.idOrAlias() != null) {
            narrow(where, filter.idOrAlias());
        }
        if (filter.groups() != null) {
            where.and("id = any(?)", (Object) filter.groups().toArray(UUID[]::new));
        }
        return sql.list(
                SELECT + where.text() + " order by number limit " + limit, GroupSearch::read, where.parameters());
    }

    private static void narrow(Where where, String idOrAlias) {
        Uuids.parse(idOrAlias)
                .ifPresentOrElse(
                        id -> where.and("(id = ? or alias = ?)", id, idOrAlias),
                        () -> where.and("alias = ?", idOrAlias));
    }

    private static GroupProfile read(ResultSet row) throws SQLException {
        var group = new Group(
                row.getObject("tenant_id", UUID.class),
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("external_ref"),
                row.getString("alias"),
                row.getString("timezone"),
                Objects.requireNonNull(Sql.instant(row, "created_at")));
        return new GroupProfile(group, row.getLong("number"), row.getString("attributes"));
    }
}
