package io.parlance.ops.doctor;

import io.parlance.core.doctor.Check;
import io.parlance.core.doctor.Finding;
import io.parlance.core.store.DurabilityCheck;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Whether PostgreSQL sends to the disk what it writes. */
@ApplicationScoped
class FsyncCheck implements Check {
    @Inject
    DurabilityCheck durability;

    @Override
    public String name() {
        return "postgresql-fsync";
    }

    @Override
    public Finding run() {
        return durability.ask().fsync()
                ? Finding.ok("fsync is on.")
                : Finding.failed(
                        "fsync is off: a crash of the machine loses messages that were called stored, and may ruin the"
                                + " database.",
                        "alter system set fsync = on; select pg_reload_conf();");
    }
}
