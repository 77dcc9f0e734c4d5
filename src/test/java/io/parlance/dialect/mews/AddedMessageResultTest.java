package io.parlance.dialect.mews;

import static io.parlance.dialect.mews.MewsBodies.THREAD;
import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.core.message.Author;
import io.parlance.core.message.MessageDraft;
import io.parlance.core.message.StoredMessage;
import io.parlance.rest.Json;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AddedMessageResultTest {
    private static final UUID ID = UUID.fromString("3fa85f64-5717-4562-b3fc-2c963f66afa6");

    @Test
    void writesExactlyTheDocumentedMembers() {
        assertThat(write(SenderFormat.STRING, "Message 1", "2024-04-11T08:54:47.193Z"))
                .isEqualTo("{\"Messages\":[{\"Identifier\":\"Message 1\",\"Message\":{"
                        + "\"Id\":\"3fa85f64-5717-4562-b3fc-2c963f66afa6\","
                        + "\"MessageThreadId\":\"8d02142f-31cf-4115-90bf-ae5200c7a1ba\",\"Text\":\"string\","
                        + "\"Sender\":\"Application\",\"CreatedUtc\":\"2024-04-11T08:54:47Z\"}}]}");
    }

    @Test
    void writesAnAbsentIdentifierAsNull() {
        assertThat(write(SenderFormat.STRING, null, "2024-04-11T08:54:47Z")).contains("{\"Identifier\":null,");
    }

    @Test
    void writesTheSenderAsAnObjectWhereAskedFor() {
        assertThat(write(SenderFormat.OBJECT, "1", "2024-04-11T08:54:47Z"))
                .contains("\"Sender\":{\"Discriminator\":\"Application\",\"Value\":null}");
    }

    @Test
    void writesSecondsAlsoOnTheFullMinute() {
        assertThat(write(SenderFormat.STRING, "1", "2024-04-11T08:00:00.000001Z"))
                .contains("\"CreatedUtc\":\"2024-04-11T08:00:00Z\"");
    }

    private static String write(SenderFormat format, String identifier, String createdAt) {
        var draft = MessageDraft.plain(THREAD, Author.of("Application", "app"), "string")
                .identifier(identifier);
        var stored = new StoredMessage(ID, 1, "mews", 1, Instant.parse(createdAt), draft);
        return Json.write(AddedMessageResult.of(List.of(stored), format));
    }
}
