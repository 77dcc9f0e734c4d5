package io.parlance.ops;

import io.parlance.core.dialect.Dialect;
import io.parlance.core.dialect.DialectCatalog;
import io.parlance.core.store.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/** The tables, which come from the migrations of the core and of the dialects, and from nowhere else. */
@ApplicationScoped
class Schema {
    @Inject
    Database database;

    @Inject
    DialectCatalog dialects;

    /** Brings the tables up to what this WAR needs; harmless where they are. Refuses to start without PostgreSQL. */
    void migrate() {
        try {
            database.dataSource().getConnection().close();
        } catch (SQLException e) {
            Settings.refuseIf(
                    true,
                    "PostgreSQL gives no connection (" + reason(e)
                            + "); start it, or correct parlance.db.url, .user and .password, or the pool that"
                            + " parlance.datasource names");
        }
        flyway().migrate();
    }

    /** What the driver says, without the pool's words around it. */
    private static String reason(SQLException failure) {
        return Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .map(Throwable::getMessage)
                .filter(Objects::nonNull)
                .reduce("", (first, next) -> next)
                .strip()
                .replaceFirst("[.]\\z", "");
    }

    /** All migrations: those of this WAR, and those that the database says it had. */
    List<MigrationInfo> migrations() {
        return List.of(flyway().info().all());
    }

    private Flyway flyway() {
        var locations = Stream.concat(
                        Stream.of("classpath:db/migration/core"),
                        dialects.all().stream().map(Dialect::migrations).flatMap(List::stream))
                .toArray(String[]::new);
        return Flyway.configure(Schema.class.getClassLoader())
                .dataSource(database.dataSource())
                .locations(locations)
                .load();
    }
}
