package io.parlance.core.doctor;

/** A check that needs no PostgreSQL: it looks at this machine, this process or its settings. */
public interface LocalCheck extends Check {
    @Override
    default boolean asksPostgres() {
        return false;
    }
}
