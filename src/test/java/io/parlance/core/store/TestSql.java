package io.parlance.core.store;

import io.parlance.it.TestServer;
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
