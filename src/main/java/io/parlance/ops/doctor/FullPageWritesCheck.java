package io.parlance.ops.doctor;

import io.parlance.core.doctor.Check;
import io.parlance.core.doctor.Finding;
import io.parlance.core.store.DurabilityCheck;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Whether a crash in the middle of writing a page is survived. */
@ApplicationScoped
class FullPageWritesCheck implements Check {
    @Inject
    DurabilityCheck durability;

    @Override
    public String name() {
        return "postgresql-full-page-writes";
    }

    @Override
    public Finding run() {
        return durability.ask().fullPageWrites()
                ? Finding.ok("full_page_writes is on.")
                : Finding.warning(
                        "full_page_writes is off: unless the file system writes whole pages (ZFS does), a crash of the"
                                + " machine may ruin the database.",
                        "alter system set full_page_writes = on; select pg_reload_conf();");
    }
}
