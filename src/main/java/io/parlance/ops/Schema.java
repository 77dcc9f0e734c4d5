package io.parlance.ops;

import io.parlance.core.dialect.Dialect;
import io.parlance.core.dialect.DialectCatalog;
import io.parlance.core.store.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
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

    /** Brings the tables up to what this WAR needs; harmless where they are. */
    void migrate() {
        flyway().migrate();
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
