package io.parlance.ops.doctor;

import io.parlance.core.doctor.Check;
import io.parlance.core.doctor.Finding;
import io.parlance.core.store.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Whether the user of the database may do more than it needs. */
@ApplicationScoped
class DatabaseRoleCheck implements Check {
    @Inject
    Sql sql;

    @Override
    public String name() {
        return "postgresql-role";
    }

    @Override
    public Finding run() {
        return sql.one(
                        "select rolname, rolsuper or rolcreaterole or rolbypassrls from pg_roles"
                                + " where rolname = current_user",
                        row -> judge(row.getString(1), row.getBoolean(2)))
                .orElseThrow();
    }

    static Finding judge(String user, boolean mighty) {
        return mighty
                ? Finding.warning(
                        "The user " + user + " of PostgreSQL is a superuser, or nearly one.",
                        "Use a user that owns the database and may do nothing else.")
                : Finding.ok("The user " + user + " of PostgreSQL has no rights beyond its own.");
    }
}
