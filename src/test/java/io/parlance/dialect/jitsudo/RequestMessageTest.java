package io.parlance.dialect.jitsudo;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;

import io.parlance.core.message.Author;
import io.parlance.core.message.MessageDraft;
import io.parlance.core.message.StoredMessage;
import io.parlance.rest.Json;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestMessageTest {
    private static final UUID ID = UUID.fromString("0198A000-0000-7000-8000-00000000000F");

    @Test
    void writesAllSevenMembers() {
        assertThatJson(written("2026-01-02T03:04:05.123456Z"))
                .isEqualTo(
                        """
                {
                  "id": "0198a000-0000-7000-8000-00000000000f",
                  "request_id": "2489e9ad-2ee2-8e00-8ec9-32d5f69181c0",
                  "author_type": "system",
                  "author_id": "key-1",
                  "content": "example",
                  "metadata": {},
                  "created_at": "2026-01-02T03:04:05.123456Z"
                }""");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-02T03:04:05Z, 2026-01-02T03:04:05.000000Z",
        "2026-01-02T03:04:05.100Z, 2026-01-02T03:04:05.100000Z"
    })
    void writesMicrosecondsAlways(String time, String expected) {
        assertThatJson(written(time)).inPath("created_at").isEqualTo(expected);
    }

    private static String written(String time) {
        var draft = MessageDraft.plain(TestAccess.TENANT, Author.of("system", "key-1"), "example");
        var stored = new StoredMessage(ID, 1, "jitsudo", 1, Instant.parse(time), draft);
        return Json.write(RequestMessage.of(stored));
    }
}
