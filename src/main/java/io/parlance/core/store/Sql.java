package io.parlance.core.store;

import io.parlance.core.figure.FigureSource;
import io.parlance.core.figure.Figures;
import io.parlance.core.figure.Spread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Runs native SQL on the one data source, inside the caller's JTA transaction where there is one. Parameters may be anything
 * the driver takes, and arrays of {@code UUID}, {@code String}, {@code Long}, {@code Integer}, {@code byte[]} and
 * {@code OffsetDateTime}.
 */
@ApplicationScoped
public class Sql implements FigureSource {
    /** Serialization failure and deadlock. */
    private static final Set<String> ROLLED_BACK = Set.of("40001", "40P01");

    @Inject
    Database database;

    private final Spread waits = Spread.ofDurations();
    private final LongAdder running = new LongAdder();

    /** Reads one row. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    public <T> List<T> list(String sql, RowReader<T> reader, @Nullable Object... parameters) {
        running.increment();
        try (var connection = connect();
                var statement = prepare(connection, sql, parameters);
                var rows = statement.executeQuery()) {
            var found = new ArrayList<T>();
            while (rows.next()) {
                found.add(reader.read(rows));
            }
            return found;
        } catch (SQLException e) {
            throw failure(e);
        } finally {
            running.decrement();
        }
    }

    public <T> Optional<T> one(String sql, RowReader<T> reader, @Nullable Object... parameters) {
        return list(sql, reader, parameters).stream().findFirst();
    }

    public int update(String sql, @Nullable Object... parameters) {
        running.increment();
        try (var connection = connect();
                var statement = prepare(connection, sql, parameters)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw failure(e);
        } finally {
            running.decrement();
        }
    }

    private Connection connect() throws SQLException {
        long asked = System.nanoTime();
        var connection = database.dataSource().getConnection();
        waits.add(System.nanoTime() - asked);
        return connection;
    }

    @Override
    public void tell(Figures figures) {
        figures.level("db_statements", "Statements that run, or wait for a connection of the pool.", running.sum());
        figures.spread("db_connection_wait_seconds", "Time until the pool gave a connection for a statement.", waits);
    }

    private static PreparedStatement prepare(Connection connection, String sql, @Nullable Object... parameters)
            throws SQLException {
        var statement = connection.prepareStatement(sql);
        try {
            for (int i = 0; i < parameters.length; i++) {
                bind(connection, statement, i + 1, parameters[i]);
            }
            return statement;
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }

    private static void bind(Connection connection, PreparedStatement statement, int index, @Nullable Object value)
            throws SQLException {
        if (value instanceof Object[] elements) {
            statement.setArray(index, connection.createArrayOf(elementType(elements), elements));
            return;
        }
        statement.setObject(index, value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value);
    }

    /** Reads a {@code timestamptz} column that may be null. */
    public static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    /** Whether PostgreSQL knows texts like this one; it refuses questions about a NUL character. */
    public static boolean isStorable(String text) {
        return text.indexOf('\0') < 0;
    }

    /** Whether PostgreSQL gave a statement up because of others, for a deadlock: it may simply be run again. */
    public static boolean isToBeRepeated(RuntimeException failure) {
        return failure.getCause() instanceof SQLException sql
                && ROLLED_BACK.contains(String.valueOf(sql.getSQLState()));
    }

    private static String elementType(Object[] elements) {
        if (elements instanceof UUID[]) {
            return "uuid";
        }
        if (elements instanceof String[]) {
            return "text";
        }
        if (elements instanceof Long[]) {
            return "bigint";
        }
        if (elements instanceof Integer[]) {
            return "int";
        }
        if (elements instanceof byte[][]) {
            return "bytea";
        }
        return "timestamptz";
    }

    /** Connection trouble becomes a refusal that may be tried again; everything else is a fault of ours. */
    private static RuntimeException failure(SQLException e) {
        return StoreOutage.behind(e)
                .<RuntimeException>map(refusal -> refusal)
                .orElseGet(() -> new IllegalStateException("SQL failed with state " + e.getSQLState(), e));
    }
}
