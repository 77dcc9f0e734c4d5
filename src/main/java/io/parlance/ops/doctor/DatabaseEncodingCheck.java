package io.parlance.ops.doctor;

import io.parlance.core.doctor.Check;
import io.parlance.core.doctor.Finding;
import io.parlance.core.store.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Whether the database can hold every text. */
@ApplicationScoped
class DatabaseEncodingCheck implements Check {
    @Inject
    Sql sql;

    @Override
    public String name() {
        return "postgresql-encoding";
    }

    @Override
    public Finding run() {
        return judge(sql.one("select current_setting('server_encoding')", row -> row.getString(1))
                .orElseThrow());
    }

    static Finding judge(String encoding) {
        return encoding.equals("UTF8")
                ? Finding.ok("The encoding of the database is UTF8.")
                : Finding.failed(
                        "The encoding of the database is " + encoding + ": it cannot hold every text.",
                        "Dump it, make one with encoding 'UTF8' and template template0, and restore into that.");
    }
}
