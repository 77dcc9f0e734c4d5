package io.parlance.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the log is told about PostgreSQL, once for each change. */
class StorePulseTest {
    private static final Durability KEPT = new Durability(true, "on", true);

    private final Logger logger = Logger.getLogger(StorePulse.class.getName());
    private final Lines lines = new Lines();
    private final StorePulse pulse = new StorePulse();
    private boolean readOnly;

    @BeforeEach
    void listen() {
        logger.addHandler(lines);
        logger.setUseParentHandlers(false);
        pulse.sql = new Sql() {
            @Override
            @SuppressWarnings("unchecked")
            public <T> Optional<T> one(String sql, RowReader<T> reader, @Nullable Object... parameters) {
                return Optional.of((T) Boolean.valueOf(readOnly));
            }
        };
    }

    @AfterEach
    void leave() {
        logger.removeHandler(lines);
        logger.setUseParentHandlers(true);
    }

    @Test
    void saysNothingWhileAllIsWell() {
        answer(KEPT);
        answer(KEPT);

        assertThat(lines.texts).isEmpty();
    }

    @Test
    void saysOnceThatPostgresqlAnswersNoMoreThoughNobodyIsTold() {
        pulse.tell(); // a question was asked, and hangs
        pulse.tell();
        answer(KEPT);

        assertThat(lines.texts)
                .containsExactly(
                        "PostgreSQL is out of reach, or does not answer",
                        "PostgreSQL answers, and keeps what it acknowledges");
    }

    @Test
    void saysWhatPostgresqlWouldLose() {
        answer(new Durability(false, "off", true));

        assertThat(lines.texts)
                .containsExactly("PostgreSQL may lose what it acknowledges: fsync=off, synchronous_commit=off");
    }

    @Test
    void saysThatPostgresqlCanOnlyBeRead() {
        readOnly = true;
        answer(KEPT);

        assertThat(lines.texts).containsExactly("PostgreSQL can only be read");
    }

    private void answer(Durability durability) {
        pulse.durability = new DurabilityCheck() {
            @Override
            public Durability ask() {
                return durability;
            }
        };
        pulse.ask();
    }

    private static final class Lines extends Handler {
        private final List<String> texts = new ArrayList<>();

        @Override
        public void publish(LogRecord entry) {
            texts.add(entry.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
