package io.parlance.ops.doctor;

import io.parlance.core.doctor.Check;
import io.parlance.core.doctor.Finding;
import io.parlance.core.store.Durability;
import io.parlance.core.store.DurabilityCheck;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Whether a commit of this server waits for the disk. */
@ApplicationScoped
class SynchronousCommitCheck implements Check {
    @Inject
    DurabilityCheck durability;

    @Override
    public String name() {
        return "postgresql-synchronous-commit";
    }

    @Override
    public Finding run() {
        return judge(durability.ask());
    }

    static Finding judge(Durability durability) {
        return durability.commitsWait()
                ? Finding.ok("synchronous_commit is " + durability.synchronousCommit() + ".")
                : Finding.failed(
                        "synchronous_commit is off in the sessions of this server: a crash loses the messages of the last"
                                + " moments, although they were called stored.",
                        "Set it to on where it was changed: in options= of parlance.db.url, which takes the place of what the WAR's"
                                + " own pool sets, in the options of the server's pool, for the user (alter role …"
                                + " reset synchronous_commit), for the database, or in postgresql.conf.");
    }
}
