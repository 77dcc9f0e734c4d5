package io.parlance.bench.anchor;

import io.parlance.bench.measure.Amount;
import io.parlance.bench.measure.Crew;
import io.parlance.bench.measure.Work;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** Threads with a connection and a prepared statement each; every execution commits by itself. */
public final class JdbcLoad implements Work, AutoCloseable {
    private final List<Writer> writers;

    JdbcLoad(List<Writer> writers) {
        this.writers = writers;
    }

    @Override
    public Amount run(Duration time) {
        return Crew.run(writers, time);
    }

    @Override
    public void close() {
        writers.forEach(Writer::close);
    }

    static final class Writer extends Crew.Member {
        private final Connection connection;
        private final PreparedStatement statement;
        private final Insert insert;

        Writer(Connection connection, Insert insert) {
            this.connection = connection;
            this.insert = insert;
            try {
                statement = connection.prepareStatement(insert.sql());
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        protected void work(long start, long end) {
            for (long from = System.nanoTime(); from < end; from = System.nanoTime()) {
                try {
                    insert.fill(connection, statement);
                    statement.executeUpdate();
                    done(System.nanoTime() - from, insert.rows());
                } catch (SQLException e) {
                    failed(String.valueOf(e.getMessage()));
                }
            }
        }

        private void close() {
            try {
                connection.close();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
