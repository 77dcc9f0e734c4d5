package io.parlance.core.message;

import io.parlance.core.doctor.Finding;
import io.parlance.core.doctor.LocalCheck;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Whether the writers keep up with what comes in. */
@ApplicationScoped
class IntakeCheck implements LocalCheck {
    @Inject
    MessageWriters writers;

    @Override
    public String name() {
        return "intake-backlog";
    }

    @Override
    public Finding run() {
        return judge(writers.waiting(), writers.maxWaiting());
    }

    static Finding judge(int waiting, int most) {
        var text = waiting + " of at most " + most + " requests wait to be stored.";
        if (waiting >= most) {
            return Finding.failed(
                    text + " More are refused.",
                    "See whether PostgreSQL is slow (postgresql-commit-time, postgresql-transactions); raise"
                            + " parlance.intake.writers.");
        }
        return waiting > most / 2
                ? Finding.warning(text, "See postgresql-commit-time; raise parlance.intake.writers.")
                : Finding.ok(text);
    }
}
