package io.parlance.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SchemaTest {
    private static final Duration PAUSE = Duration.ofNanos(1);

    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void waitsForAPostgresThatIsNotThereYet() {
        Schema.await(refusing(3, "08001"), Duration.ofMinutes(1), PAUSE);
        assertThat(asked).hasValue(4);
    }

    @Test
    void waitsNoLongerThanItIsTold() {
        assertThatThrownBy(() -> Schema.await(refusing(Integer.MAX_VALUE, "57P03"), Duration.ZERO, PAUSE))
                .hasMessageStartingWith("Parlance does not start: PostgreSQL gives no connection (why); start it,");
        assertThat(asked).hasValue(1);
    }

    @Test
    void doesNotAskAgainWhereItIsRefused() {
        assertThatThrownBy(() -> Schema.await(refusing(Integer.MAX_VALUE, "28P01"), Duration.ofMinutes(1), PAUSE))
                .hasMessageContaining("(why)");
        assertThat(asked).hasValue(1);
    }

    /** A pool that gives no connection so many times, and hides the state in a cause. */
    private DataSource refusing(int times, String state) {
        var connection = proxy(Connection.class, () -> null);
        return proxy(DataSource.class, () -> {
            if (asked.incrementAndGet() <= times) {
                throw new SQLException("Error in allocating a connection", new SQLException("why.", state));
            }
            return connection;
        });
    }

    private interface Answer {
        @Nullable
        Object get() throws SQLException;
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> answer.get()));
    }
}
