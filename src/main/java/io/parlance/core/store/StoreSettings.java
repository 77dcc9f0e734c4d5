package io.parlance.core.store;

import java.util.ArrayList;
import java.util.List;

/** The settings of PostgreSQL on which it depends whether what was acknowledged survives, as a connection of the pool has them. */
public record StoreSettings(String fsync, String fullPageWrites, String synchronousCommit, boolean readOnly) {
    private static final String OFF = "off";

    private static final String QUESTION =
            """
            select current_setting('fsync'), current_setting('full_page_writes'), current_setting('synchronous_commit'),
            pg_is_in_recovery() or current_setting('transaction_read_only') = 'on'""";

    static StoreSettings read(Sql sql) {
        return sql.one(
                        QUESTION,
                        row -> new StoreSettings(
                                row.getString(1), row.getString(2), row.getString(3), row.getBoolean(4)))
                .orElseThrow();
    }

    /**
     * The names of the settings by which a crash could lose what was acknowledged. {@code synchronous_commit} may be anything but
     * off: {@code local} and {@code remote_write} wait for the disk of the primary too, and differ only in what they wait for on
     * standbys.
     */
    public List<String> unsafe() {
        var names = new ArrayList<String>();
        if (fsync.equals(OFF)) {
            names.add("fsync");
        }
        if (fullPageWrites.equals(OFF)) {
            names.add("full_page_writes");
        }
        if (synchronousCommit.equals(OFF)) {
            names.add("synchronous_commit");
        }
        return names;
    }
}
