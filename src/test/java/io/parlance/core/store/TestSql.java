package io.parlance.core.store;

import io.parlance.it.TestServer;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/** SQL on a real database without a server around it: every statement is a transaction. */
public final class TestSql {
    private TestSql() {}

    /** A database of this name with the schema of the core. */
    public static Sql on(String databaseName) {
        var embedded = TestServer.database();
        embedded.createDatabase(databaseName);
        var dataSource = new PGSimpleDataSource();
        dataSource.setUrl(embedded.jdbcUrl(databaseName));
        dataSource.setUser(embedded.user());
        dataSource.setPassword(embedded.password());
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/migration/core")
                .load()
                .migrate();
        var sql = new Sql();
        sql.database = new FixedDatabase(dataSource);
        return sql;
    }

    /** Rows of the messages that were fetched by index or by reading a whole partition, by all queries until now. */
    public static long messagesRead(Sql sql) {
        return sql.one(
                        "select sum(seq_tup_read + coalesce(idx_tup_fetch, 0)) from pg_stat_user_tables"
                                + " where relname like 'message%'",
                        row -> row.getLong(1))
                .orElseThrow();
    }

    /** Runs what needs a transaction on one connection. */
    public static <T> T inTransaction(Sql sql, Supplier<T> work) {
        var database = sql.database;
        try (var connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            sql.database = new FixedDatabase(always(connection));
            var result = work.get();
            connection.commit();
            return result;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            sql.database = database;
        }
    }

    private static DataSource always(Connection connection) {
        var open = proxy(
                Connection.class,
                (self, method, arguments) ->
                        method.getName().equals("close") ? null : method.invoke(connection, arguments));
        return proxy(DataSource.class, (self, method, arguments) -> open);
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    /** Entries of the messages' indexes that were read, by all queries until now. */
    public static long messageEntriesRead(Sql sql) {
        return sql.one(
                        "select sum(idx_tup_read) from pg_stat_user_indexes where relname like 'message%'",
                        row -> row.getLong(1))
                .orElseThrow();
    }

    private static final class FixedDatabase extends Database {
        private final DataSource dataSource;

        private FixedDatabase(DataSource dataSource) {
            this.dataSource = dataSource;
        }

        @Override
        public DataSource dataSource() {
            return dataSource;
        }
    }
}
