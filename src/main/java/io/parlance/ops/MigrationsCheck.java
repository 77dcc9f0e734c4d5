package io.parlance.ops;

import io.parlance.core.doctor.Check;
import io.parlance.core.doctor.Finding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;

/** Whether the tables are those that this WAR was made for. */
@ApplicationScoped
class MigrationsCheck implements Check {
    @Inject
    Schema schema;

    @Override
    public String name() {
        return "migrations";
    }

    @Override
    public Finding run() {
        return judge(schema.migrations());
    }

    static Finding judge(List<MigrationInfo> migrations) {
        var failed = in(migrations, MigrationState::isFailed);
        if (!failed.isEmpty()) {
            return Finding.failed(
                    "These migrations failed: " + failed + ".",
                    "Restore the backup that was made before the change of the WAR, and report the log of the start.");
        }
        var pending = in(migrations, state -> !state.isApplied());
        if (!pending.isEmpty()) {
            return Finding.failed(
                    "These migrations are not applied: " + pending + ".",
                    "Restart this server: migrations run at its start. The database may have been restored from an older"
                            + " backup.");
        }
        var unknown = in(migrations, state -> !state.isResolved());
        return unknown.isEmpty()
                ? Finding.ok("All " + migrations.size() + " migrations are applied.")
                : Finding.warning(
                        "The database had migrations that this WAR does not know: " + unknown + ".",
                        "Deploy the newer WAR here as well; during a rolling change this passes by itself.");
    }

    private static String in(List<MigrationInfo> migrations, Predicate<MigrationState> wanted) {
        return migrations.stream()
                .filter(migration -> wanted.test(migration.getState()))
                .map(migration -> String.valueOf(migration.getVersion()))
                .collect(Collectors.joining(", "));
    }
}
