package io.parlance.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoreOutageTest {
    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"08001", "08003", "08006", "57P01", "57P03", "53300", "53100"})
    void seesAnOutageThroughAllLayers(String state) {
        var failure = new PersistenceException(new IllegalStateException(new SQLException("gone", state)));
        assertThat(StoreOutage.isBehind(failure)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "22P02", "42601", "57014"})
    void takesOtherStatesForFaults(String state) {
        assertThat(StoreOutage.isBehind(new PersistenceException(new SQLException("fault", state))))
                .isFalse();
    }

    @Test
    void takesWhatNoDatabaseSaidForAFault() {
        assertThat(StoreOutage.isBehind(new IllegalStateException("fault"))).isFalse();
    }
}
