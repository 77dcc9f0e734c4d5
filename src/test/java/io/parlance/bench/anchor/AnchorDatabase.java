package io.parlance.bench.anchor;

import io.parlance.run.EmbeddedDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;

/** A database beside the product's, made by the product's own migrations, with the same partitions. */
public final class AnchorDatabase {
    private static final String NAME = "anchor";
    private static final String PARTITIONS =
            """
            select c.relname, p.relname, pg_get_expr(c.relpartbound, c.oid)
            from pg_inherits i join pg_class c on c.oid = i.inhrelid join pg_class p on p.oid = i.inhparent
            where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
            """;

    private final EmbeddedDatabase cluster;
    private final String product;

    private AnchorDatabase(EmbeddedDatabase cluster, String product) {
        this.cluster = cluster;
        this.product = product;
    }

    /**
     * Makes it, unless it is there.
     *
     * @param product the database whose tables and rows are the pattern
     */
    public static AnchorDatabase beside(EmbeddedDatabase cluster, String product) {
        cluster.createDatabase(NAME);
        Flyway.configure()
                .dataSource(cluster.jdbcUrl(NAME), cluster.user(), cluster.password())
                .locations("classpath:db/migration/core")
                .load()
                .migrate();
        try (var from = cluster.connect(product);
                var to = cluster.connect(NAME)) {
            for (var command : partitions(from)) {
                execute(to, command);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new AnchorDatabase(cluster, product);
    }

    private static List<String> partitions(Connection product) throws SQLException {
        var commands = new ArrayList<String>();
        try (var statement = product.createStatement();
                var rows = statement.executeQuery(PARTITIONS)) {
            while (rows.next()) {
                commands.add("create table if not exists %s partition of %s %s"
                        .formatted(rows.getString(1), rows.getString(2), rows.getString(3)));
            }
        }
        return commands;
    }

    /** Single inserts of a message with its outbox event, each a transaction of its own. */
    public JdbcLoad singles(String dialect, int connections) {
        return load(dialect, connections, 1);
    }

    /** Inserts of many messages with their outbox events by one statement. */
    public JdbcLoad batches(String dialect, int connections, int rows) {
        return load(dialect, connections, rows);
    }

    private JdbcLoad load(String dialect, int connections, int rows) {
        try (var connection = cluster.connect(product)) {
            var message = Row.first(connection, "message", "dialect = '" + dialect + "'");
            var event = Row.first(connection, "outbox_event", "dialect = '" + dialect + "'");
            var threads = threads(connection, dialect);
            var insert = rows == 1
                    ? new SingleInsert(message, event, threads)
                    : new BatchInsert(message, event, threads, rows);
            return new JdbcLoad(IntStream.range(0, connections)
                    .mapToObj(i -> new JdbcLoad.Writer(open(), insert))
                    .toList());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<UUID> threads(Connection connection, String dialect) throws SQLException {
        var threads = new ArrayList<UUID>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select id from thread where dialect = '" + dialect + "'")) {
            while (rows.next()) {
                threads.add(rows.getObject(1, UUID.class));
            }
        }
        return threads;
    }

    private Connection open() {
        try {
            return cluster.connect(NAME);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
