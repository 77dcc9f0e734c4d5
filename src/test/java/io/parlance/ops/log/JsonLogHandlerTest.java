package io.parlance.ops.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class JsonLogHandlerTest {
    /** A standard output that nobody reads any more. */
    private static final class Broken extends OutputStream {
        @Override
        public void write(int octet) throws IOException {
            throw new IOException("broken pipe");
        }
    }

    @Test
    void tellsOnceThatNothingCanBeWritten() {
        var told = new AtomicInteger();
        var handler = new JsonLogHandler(new Broken(), told::incrementAndGet);

        handler.publish(new LogRecord(Level.INFO, "first"));
        handler.publish(new LogRecord(Level.INFO, "second"));

        assertThat(told).hasValue(1);
    }
}
