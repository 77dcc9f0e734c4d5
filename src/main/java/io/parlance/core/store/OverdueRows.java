package io.parlance.core.store;

import io.parlance.core.doctor.Check;
import io.parlance.core.doctor.Finding;
import jakarta.inject.Inject;
import java.time.Instant;

/** Whether a server does what it has to do by the clock: rows that it should have been through with must be gone. */
public abstract class OverdueRows implements Check {
    private final String name;
    private final String table;
    private final String what;
    private final String often;

    @Inject
    Sql sql;

    /**
     * Of a table and a condition, in which {@code ?} is {@link #before}.
     *
     * @param what what the rows are, in the plural
     * @param often after what time a server looks again
     */
    protected OverdueRows(String name, String table, String what, String often) {
        this.name = name;
        this.table = table;
        this.what = what;
        this.often = often;
    }

    /** Rows made before are late. */
    protected abstract Instant before();

    @Override
    public String name() {
        return name;
    }

    @Override
    public Finding run() {
        return judge(sql.one("select count(*) from " + table, row -> row.getLong(1), before())
                .orElseThrow());
    }

    Finding judge(long left) {
        return left == 0
                ? Finding.ok("There are no " + what + ".")
                : Finding.warning(
                        "There are " + left + " " + what + ".",
                        "A running server looks after them every " + often
                                + "; its log tells what keeps it from that.");
    }
}
