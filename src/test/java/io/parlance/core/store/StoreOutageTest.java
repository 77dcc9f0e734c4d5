package io.parlance.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoreOutageTest {
    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"08001", "08003", "08006", "57P01", "57P03", "53300", "53100", "25006"})
    void seesAnOutageThroughAllLayers(String state) {
        var failure = new PersistenceException(new IllegalStateException(new SQLException("gone", state)));
        assertThat(reason(failure)).contains(Reason.STORE_UNAVAILABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "22P02", "42601"})
    void takesOtherStatesForFaults(String state) {
        assertThat(reason(new PersistenceException(new SQLException("fault", state))))
                .isEmpty();
    }

    @Test
    void takesWhatNoDatabaseSaidForAFault() {
        assertThat(reason(new IllegalStateException("fault"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"57014", "55P03"})
    void tellsATimeoutFromAnOutage(String state) {
        assertThat(reason(new IllegalStateException(new SQLException("cancelled", state))))
                .contains(Reason.STORE_TOO_SLOW);
    }

    private static Optional<Reason> reason(Throwable failure) {
        return StoreOutage.behind(failure).map(RejectedException::reason);
    }
}
