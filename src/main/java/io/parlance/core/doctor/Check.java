package io.parlance.core.doctor;

/**
 * One thing the doctor looks at, found by type: a part of the product that can be set up wrongly, or break, has a bean of this
 * type beside it. A check changes nothing, shows no secret, and is asked by one thread at a time. It need not be careful: one
 * that fails or hangs is itself a finding.
 */
public interface Check {
    /** Lower-case words with hyphens; operators watch single checks by it, so it stays. */
    String name();

    /** Whether it asks PostgreSQL; such a check is left out while that does not answer. */
    default boolean asksPostgres() {
        return true;
    }

    Finding run();
}
