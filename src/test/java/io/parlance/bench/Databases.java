package io.parlance.bench;

import io.parlance.run.BuildFiles;
import io.parlance.run.EmbeddedDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;

/** PostgreSQL as the benchmark needs it: durable, and with more memory than in tests. */
final class Databases {
    private Databases() {}

    /** Where everything lies that the benchmark starts or writes. */
    static Path directory() {
        return BuildFiles.target().resolve("bench");
    }

    /** Starts an empty one, with these variables in the environment of its processes. */
    static EmbeddedDatabase start(String name, Map<String, String> environment) {
        var cluster = EmbeddedDatabase.temporary(directory().resolve(name))
                .with("shared_buffers=512MB")
                .with("max_wal_size=4GB")
                .with("max_connections=300");
        environment.forEach(cluster::withEnvironment);
        cluster.start();
        for (var setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
            requireOn(cluster, setting);
        }
        return cluster;
    }

    /** Figures of a database that may lose messages are worth nothing. */
    private static void requireOn(EmbeddedDatabase cluster, String setting) {
        var value = show(cluster, setting);
        if (!value.equals("on")) {
            cluster.stop();
            throw new IllegalStateException("the benchmark does not run with " + setting + " = " + value);
        }
    }

    static String show(EmbeddedDatabase cluster, String setting) {
        try (var connection = cluster.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("show " + setting)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
