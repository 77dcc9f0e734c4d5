package io.parlance.bench.anchor;

import io.parlance.run.EmbeddedDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Fills the product's tables by SQL with copies of a message that it stored, as if it had been running for long. */
public final class Volume {
    private static final int AT_ONCE = 50_000;
    private static final int THREADS = 10_000;
    /** Ids as {@code Ids} makes them, a millisecond apart and all before now. */
    private static final String IDS =
            """
            with ids as materialized (
              select i, (lpad(to_hex(? - i), 12, '0') || '7' || substr(md5(random()::text), 1, 3)
                || '8' || substr(md5(random()::text), 1, 15))::uuid as id
              from generate_series(?::bigint, ?::bigint) i)
            """;

    private final EmbeddedDatabase cluster;
    private final String database;

    public Volume(EmbeddedDatabase cluster, String database) {
        this.cluster = cluster;
        this.database = database;
    }

    /** Adds messages of one thread, or of very many threads if none is given. */
    public void add(int messages, @Nullable UUID thread) {
        try (var connection = cluster.connect(database)) {
            var message = Row.first(connection, "message", "dialect = 'travtus'");
            var pointer = Row.first(connection, "external_message", "dialect = 'travtus'");
            long now = System.currentTimeMillis();
            for (int from = 1; from <= messages; from += AT_ONCE) {
                int to = Math.min(messages, from + AT_ONCE - 1);
                insert(connection, message, pointer, thread, List.of(now, from, to));
            }
            try (var statement = connection.createStatement()) {
                statement.execute("vacuum analyze message, external_message");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Empties the product's tables of messages. */
    public void clear() {
        try (var connection = cluster.connect(database);
                var statement = connection.createStatement()) {
            statement.execute("truncate message, external_message, outbox_event");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The thread that a group's messages lie in. */
    public UUID threadOf(String group) {
        try (var connection = cluster.connect(database);
                var statement = connection.prepareStatement("select id from thread where group_id = ?::uuid")) {
            statement.setString(1, group);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getObject(1, UUID.class);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void insert(
            Connection connection, Row message, Row pointer, @Nullable UUID thread, List<? extends Number> range)
            throws SQLException {
        var own = thread == null ? "md5('thread' || i % " + THREADS + ")::uuid" : "'" + thread + "'::uuid";
        var sql = IDS + ", stored as (" + insert(message, own) + ") " + insert(pointer, own);
        try (var statement = connection.prepareStatement(sql)) {
            var parameters = new ArrayList<Object>(range);
            parameters.addAll(copied(message));
            parameters.addAll(copied(pointer));
            for (int i = 0; i < parameters.size(); i++) {
                statement.setObject(i + 1, parameters.get(i));
            }
            statement.executeUpdate();
        }
    }

    private static String insert(Row row, String thread) {
        var names = row.columns().stream().map(Row.Column::name).collect(Collectors.joining(", "));
        var values = row.columns().stream().map(column -> value(column, thread)).collect(Collectors.joining(", "));
        return "insert into " + row.table() + " (" + names + ") select " + values + " from ids";
    }

    private static String value(Row.Column column, String thread) {
        return switch (column.name()) {
            case "id", "message_id" -> "id";
            case "number" -> "-i";
            case "thread_id" -> thread;
            case "external_id" -> "'volume-' || id";
            default -> "?::" + column.type();
        };
    }

    private static List<Object> copied(Row row) {
        return row.columns().stream()
                .filter(column -> value(column, "").startsWith("?"))
                .map(Row.Column::value)
                .toList();
    }
}
