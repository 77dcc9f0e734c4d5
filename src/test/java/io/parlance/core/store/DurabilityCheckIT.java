package io.parlance.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.it.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What counts is what a session gets, not what the configuration of PostgreSQL says. */
class DurabilityCheckIT {
    private static final String DATABASE = "parlance_durability";
    private static final DurabilityCheck CHECK = new DurabilityCheck();

    @BeforeAll
    static void connect() {
        CHECK.sql = TestSql.on(DATABASE);
    }

    @AfterAll
    static void commitAgain() {
        alter("reset synchronous_commit");
    }

    @Test
    void seesTheSettingOfTheUserInThisDatabase() {
        assertThat(CHECK.ask()).isEqualTo(new Durability(true, "on", true));

        alter("set synchronous_commit = off");

        assertThat(CHECK.ask().faults()).containsExactly("synchronous_commit=off");
    }

    private static void alter(String change) {
        CHECK.sql.update("alter role " + TestServer.database().user() + " in database " + DATABASE + " " + change);
    }
}
