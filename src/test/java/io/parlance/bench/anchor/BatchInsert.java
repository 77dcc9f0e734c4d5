package io.parlance.bench.anchor;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Many messages with their outbox events from arrays: ids, numbers, and every text a client can choose. */
final class BatchInsert extends Insert {
    private static final Set<String> SAME_IN_A_REQUEST = Set.of("dialect", "channel", "author_type", "content_type");

    private final Row message;
    private final Row event;
    private final List<Row.Column> varying;
    private final int rows;

    BatchInsert(Row message, Row event, List<UUID> threads, int rows) {
        super(threads);
        this.message = message;
        this.event = event;
        this.rows = rows;
        this.varying = message.columns().stream().filter(BatchInsert::varies).toList();
    }

    private static boolean varies(Row.Column column) {
        boolean text = column.type().equals("text") || column.type().equals("jsonb");
        return OWN.contains(column.name()) || (text && !SAME_IN_A_REQUEST.contains(column.name()));
    }

    @Override
    String sql() {
        var arrays =
                varying.stream().map(column -> "?::" + arrayType(column) + "[]").collect(Collectors.joining(", "));
        var names = varying.stream().map(Row.Column::name).collect(Collectors.joining(", "));
        return "with input as (select * from unnest(?::uuid[], " + arrays + ") as i(event_id, " + names + ")), "
                + "stored as (" + insert(message, column -> varying.contains(column) ? "i." + cast(column) : "?") + ") "
                + insert(event, BatchInsert::eventValue);
    }

    private static String eventValue(Row.Column column) {
        return switch (column.name()) {
            case "id" -> "i.event_id";
            case "message_id" -> "i.id";
            case "thread_id" -> "i.thread_id";
            default -> "?";
        };
    }

    private static String insert(Row row, Function<Row.Column, String> value) {
        var names = row.columns().stream().map(Row.Column::name).collect(Collectors.joining(", "));
        var values = row.columns().stream()
                .map(column -> value.apply(column).equals("?") ? "?::" + column.type() : value.apply(column))
                .collect(Collectors.joining(", "));
        return "insert into " + row.table() + " (" + names + ") select " + values + " from input i";
    }

    private static String arrayType(Row.Column column) {
        return column.type().equals("jsonb") ? "text" : column.type();
    }

    private static String cast(Row.Column column) {
        return column.type().equals("jsonb") ? column.name() + "::jsonb" : column.name();
    }

    @Override
    int rows() {
        return rows;
    }

    @Override
    void fill(Connection connection, PreparedStatement statement) throws SQLException {
        int place = 1;
        statement.setArray(place++, array(connection, "uuid", BatchInsert::nextId));
        for (var column : varying) {
            statement.setArray(place++, array(connection, arrayType(column), supplier(column)));
        }
        for (var column : message.columns()) {
            if (!varying.contains(column)) {
                statement.setObject(place++, column.value());
            }
        }
        for (var column : event.columns()) {
            if (eventValue(column).equals("?")) {
                statement.setObject(place++, column.value());
            }
        }
    }

    private Supplier<Object> supplier(Row.Column column) {
        return switch (column.name()) {
            case "id" -> BatchInsert::nextId;
            case "number" -> BatchInsert::nextNumber;
            case "thread_id" -> this::anyThread;
            default -> column.value()::toString;
        };
    }

    private Array array(Connection connection, String type, Supplier<?> values) throws SQLException {
        return connection.createArrayOf(
                type, Stream.generate(values).limit(rows).toArray());
    }
}
