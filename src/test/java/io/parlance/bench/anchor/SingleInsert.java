package io.parlance.bench.anchor;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** One message and its outbox event. */
final class SingleInsert extends Insert {
    private final Row message;
    private final Row event;

    SingleInsert(Row message, Row event, List<UUID> threads) {
        super(threads);
        this.message = message;
        this.event = event;
    }

    @Override
    String sql() {
        return "with stored as (" + insert(message) + ") " + insert(event);
    }

    private static String insert(Row row) {
        var names = row.columns().stream().map(Row.Column::name).collect(Collectors.joining(", "));
        var places = row.columns().stream().map(column -> "?").collect(Collectors.joining(", "));
        return "insert into " + row.table() + " (" + names + ") values (" + places + ")";
    }

    @Override
    int rows() {
        return 1;
    }

    @Override
    void fill(Connection connection, PreparedStatement statement) throws SQLException {
        var id = nextId();
        var thread = anyThread();
        int place = 1;
        for (var column : message.columns()) {
            statement.setObject(place++, value(column, id, thread, id));
        }
        for (var column : event.columns()) {
            statement.setObject(place++, value(column, nextId(), thread, id));
        }
    }

    private static Object value(Row.Column column, UUID id, UUID thread, UUID message) {
        return switch (column.name()) {
            case "id" -> id;
            case "number" -> nextNumber();
            case "thread_id" -> thread;
            case "message_id" -> message;
            default -> column.value();
        };
    }
}
