package io.parlance.run;

import io.parlance.it.TestServer;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The database of the tests that run scripts, and what the scripts have to be told of it. */
final class ScriptsDatabase {
    private static final String NAME = "parlance_scripts";
    private static final List<String> SECRETS =
            List.of("parlance.db.password", "parlance.admin.token", "parlance.master-key");
    private static final String CONNECTIONS =
            "select count(*) from pg_stat_activity where datname = current_database() and application_name = 'parlance'";

    void create() {
        TestServer.database().createDatabase(NAME);
    }

    Map<String, String> settings() {
        var settings = secrets();
        settings.put("parlance.db.url", TestServer.database().jdbcUrl(NAME));
        settings.put("parlance.db.user", TestServer.database().user());
        return settings;
    }

    Map<String, String> secrets() {
        var all = TestServer.settings(NAME, Path.of("unused"));
        var secrets = new TreeMap<String, String>();
        SECRETS.forEach(key -> secrets.put(key, all.get(key)));
        return secrets;
    }

    /** How many connections the pool that a script made has open. */
    int connections() throws SQLException {
        try (var connection = TestServer.database().connect(NAME);
                var rows = connection.createStatement().executeQuery(CONNECTIONS)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
