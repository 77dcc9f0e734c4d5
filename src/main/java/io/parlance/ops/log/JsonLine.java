package io.parlance.ops.log;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import io.parlance.core.log.LogFields;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import org.jspecify.annotations.Nullable;

/**
 * One record as one line. Everything but printable ASCII is escaped, so that no text of a client can begin another line or do
 * anything to a terminal.
 */
final class JsonLine {
    private static final int LONGEST_TEXT = 8000;
    private static final int LONGEST_STACK = 32_000;

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private final Formatter messages = new SimpleFormatter();

    byte[] of(LogRecord entry) {
        var line = new ByteArrayOutputStream(512);
        try (var json = JSON.createGenerator(line)) {
            json.writeStartObject();
            json.writeStringField("time", entry.getInstant().toString());
            json.writeStringField("level", level(entry.getLevel()));
            json.writeStringField("logger", entry.getLoggerName());
            json.writeStringField("message", cut(messages.formatMessage(entry), LONGEST_TEXT));
            for (var field : LogFields.current().entrySet()) {
                json.writeStringField(field.getKey(), cut(field.getValue(), LONGEST_TEXT));
            }
            writeStack(json, entry.getThrown());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        line.write('\n');
        return line.toByteArray();
    }

    private static void writeStack(JsonGenerator json, @Nullable Throwable thrown) throws IOException {
        if (thrown != null) {
            var text = new StringWriter();
            thrown.printStackTrace(new PrintWriter(text)); // into the text: with its causes, as people know it
            json.writeStringField("stack", cut(text.toString(), LONGEST_STACK));
        }
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length) + "...";
    }

    /** In the words of {@link System.Logger}, whatever else the server's log manager has. */
    private static String level(Level level) {
        int value = level.intValue();
        if (value >= Level.SEVERE.intValue()) {
            return "ERROR";
        }
        if (value >= Level.WARNING.intValue()) {
            return "WARNING";
        }
        return value >= Level.INFO.intValue() ? "INFO" : "DEBUG";
    }
}
