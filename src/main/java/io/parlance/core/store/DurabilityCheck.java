package io.parlance.core.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Asks PostgreSQL whether it keeps what it commits. */
@ApplicationScoped
public class DurabilityCheck {
    @Inject
    Sql sql;

    /** One query; the answer is that of a session of the pool which stores messages, with all that its user is set to. */
    public Durability ask() {
        return sql.one(
                        "select current_setting('fsync') = 'on', current_setting('synchronous_commit'),"
                                + " current_setting('full_page_writes') = 'on'",
                        row -> new Durability(row.getBoolean(1), row.getString(2), row.getBoolean(3)))
                .orElseThrow();
    }
}
