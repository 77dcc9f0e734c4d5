package io.parlance.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreSettingsTest {
    @ParameterizedTest
    @ValueSource(strings = {"on", "local", "remote_write", "remote_apply"})
    void isSafeWhateverIsWaitedForBesidesTheOwnDisk(String synchronousCommit) {
        assertThat(new StoreSettings("on", "on", synchronousCommit, false).unsafe())
                .isEmpty();
    }

    @Test
    void namesWhatMayLoseMessages() {
        assertThat(new StoreSettings("off", "off", "off", false).unsafe())
                .containsExactly("fsync", "full_page_writes", "synchronous_commit");
    }
}
