package io.parlance.nodes;

import io.parlance.run.EmbeddedDatabase;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The PostgreSQL of the two nodes, as scripts of {@code server-config/postgresql} and the tests that look at their work see it. */
abstract class PostgresScripts {
    final EmbeddedDatabase database = Cluster.get().database;

    void change(String statement) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(database.jdbcUrl("parlance"), "postgres", database.password());
                var change = connection.createStatement()) {
            change.execute(statement);
            change.execute("select pg_reload_conf()");
        }
    }

    Command script(String name, String... arguments) {
        return Command.script("postgresql/" + name, arguments)
                .finding(InstalledPostgres.home().resolve("bin"))
                .with("PGHOST", "127.0.0.1")
                .with("PGPORT", Integer.toString(database.port()))
                .with("PGUSER", "postgres")
                .with("PGPASSWORD", database.password());
    }

    String value(String name, String query) throws SQLException {
        try (var connection = DriverManager.getConnection(database.jdbcUrl(name), "postgres", database.password());
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }
}
