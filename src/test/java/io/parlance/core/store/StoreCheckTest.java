package io.parlance.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StoreCheckTest {
    @Test
    void tellsWhetherTheDatabaseAnswers() {
        assertThat(check(null).answers()).isTrue();
        assertThat(check(StoreOutage.refusal()).answers()).isFalse();
        assertThat(check(new RejectedException(Reason.STORE_TOO_SLOW, "too slow"))
                        .answers())
                .isFalse();
    }

    private static StoreCheck check(@Nullable RejectedException outage) {
        var check = new StoreCheck();
        check.sql = new Sql() {
            @Override
            @SuppressWarnings("unchecked") // the only question is one for a number
            public <T> List<T> list(String text, RowReader<T> reader, @Nullable Object... parameters) {
                if (outage != null) {
                    throw outage;
                }
                return (List<T>) List.of(1);
            }
        };
        return check;
    }
}
