package io.parlance.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DurabilityTest {
    @ParameterizedTest
    @ValueSource(strings = {"on", "local", "remote_write", "remote_apply"})
    void everyCommitThatWaitsForTheDiskLasts(String synchronousCommit) {
        assertThat(new Durability(true, synchronousCommit, true).faults()).isEmpty();
    }

    @Test
    void namesWhatBreaksThePromise() {
        assertThat(new Durability(false, "off", true).faults()).containsExactly("fsync=off", "synchronous_commit=off");
    }

    @Test
    void tornPagesAreNoMatterOfCommits() {
        assertThat(new Durability(true, "on", false).faults()).isEmpty();
    }
}
