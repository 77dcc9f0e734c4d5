package io.parlance.ops.log;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.core.log.LogFields;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class JsonLineTest {
    private final JsonLine line = new JsonLine();

    @Test
    void writesWhatIsKnownOfTheEvent() {
        var entry = entry(Level.WARNING, "a batch of {0} failed");
        entry.setParameters(new Object[] {3});
        var text = new AtomicReference<String>();

        LogFields.with(Map.of("requestId", "r-1", "tenant", "t-1"), () -> text.set(write(entry)));

        assertThatJson(text.get())
                .isEqualTo(
                        """
                        {"time":"2026-11-21T10:00:00Z","level":"WARNING","logger":"io.parlance.test",
                         "message":"a batch of 3 failed","requestId":"r-1","tenant":"t-1"}""");
    }

    @Test
    void forgetsTheFieldsAfterTheLine() {
        LogFields.with(Map.of("requestId", "r-1"), () -> {});

        assertThat(write(entry(Level.INFO, "later"))).doesNotContain("r-1");
    }

    @Test
    void keepsEveryTextOnItsLine() {
        var text = write(entry(Level.INFO, "a\nb\r\u2028\u0085\u001b[31m{\"level\":\"ERROR\"}\0"));

        assertThat(text).endsWith("}\n").matches("(?s)[\\x20-\\x7e]+\n");
        assertThatJson(text).node("level").isEqualTo("INFO");
    }

    @Test
    void writesTheTraceAsAField() {
        var entry = entry(Level.SEVERE, "incident");
        entry.setThrown(new IllegalStateException("wanted by a test"));

        var text = write(entry);

        assertThatJson(text).node("level").isEqualTo("ERROR");
        assertThatJson(text).node("stack").asString().contains("wanted by a test", "\tat io.parlance.ops.log");
        assertThat(text.lines()).hasSize(1);
    }

    private static LogRecord entry(Level level, String message) {
        var entry = new LogRecord(level, message);
        entry.setLoggerName("io.parlance.test");
        entry.setInstant(Instant.parse("2026-11-21T10:00:00Z"));
        return entry;
    }

    private String write(LogRecord entry) {
        return new String(line.of(entry), StandardCharsets.UTF_8);
    }
}
