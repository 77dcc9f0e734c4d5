package io.parlance.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WhereTest {
    @Test
    void namesOnlyWhatIsAskedFor() {
        var where = new Where("a = ?", 1)
                .andIfGiven("b = ?", null)
                .andIfGiven("c = ?", 3)
                .and("d");

        assertThat(where.text()).isEqualTo(" where a = ? and c = ? and d");
        assertThat(where.parameters()).containsExactly(1, 3);
    }
}
