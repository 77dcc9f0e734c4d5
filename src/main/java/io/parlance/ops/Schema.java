package io.parlance.ops;

import io.parlance.core.config.Configuration;
import io.parlance.core.config.CoreKey;
import io.parlance.core.dialect.Dialect;
import io.parlance.core.dialect.DialectCatalog;
import io.parlance.core.store.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/** The tables, which come from the migrations of the core and of the dialects, and from nowhere else. */
@ApplicationScoped
class Schema {
    private static final System.Logger LOG = System.getLogger(Schema.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(2);

    @Inject
    Configuration configuration;

    @Inject
    Database database;

    @Inject
    DialectCatalog dialects;

    /** Brings the tables up to what this WAR needs; harmless where they are. Refuses to start without PostgreSQL. */
    void migrate() {
        await(database.dataSource(), configuration.seconds(CoreKey.DB_START_WAIT), PAUSE);
        flyway().migrate();
    }

    /** Waits for a PostgreSQL that is not there yet; one that refuses is not asked again. */
    static void await(DataSource postgres, Duration patience, Duration pause) {
        long begun = System.nanoTime();
        for (var failure = failure(postgres); failure.isPresent(); failure = failure(postgres)) {
            boolean over = System.nanoTime() - begun >= patience.toNanos();
            Settings.refuseIf(
                    over
                            || !isOutOfReach(failure.get())
                            || Thread.currentThread().isInterrupted(),
                    "PostgreSQL gives no connection (" + reason(failure.get())
                            + "); start it, or correct parlance.db.url, .user and .password, or the pool that"
                            + " parlance.datasource names");
            LOG.log(System.Logger.Level.WARNING, "waiting for PostgreSQL: " + reason(failure.get()));
            LockSupport.parkNanos(pause.toNanos());
        }
    }

    private static Optional<SQLException> failure(DataSource postgres) {
        try {
            postgres.getConnection().close();
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of(e);
        }
    }

    /** Whether somebody below the pool says that there is no connection, or that PostgreSQL is starting. */
    private static boolean isOutOfReach(SQLException failure) {
        return causes(failure)
                .map(SQLException::getSQLState)
                .filter(Objects::nonNull)
                .anyMatch(state -> state.startsWith("08") || state.startsWith("57P"));
    }

    /** What the driver says, without the pool's words around it. */
    private static String reason(SQLException failure) {
        return causes(failure)
                .map(Throwable::getMessage)
                .filter(Objects::nonNull)
                .reduce("", (first, next) -> next)
                .strip()
                .replaceFirst("[.]\\z", "");
    }

    private static Stream<SQLException> causes(SQLException failure) {
        return Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast);
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
