package io.parlance.dialect.jitsudo;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.parlance.core.message.Author;
import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import io.parlance.rest.Json;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreateMessageRequestTest {
    @Test
    void readsContentAndMetadata() {
        var request = read("""
                {"content": "please explain", "metadata": {"ticket": "OPS-1"}}""");
        assertThat(request.content()).isEqualTo("please explain");
        assertThatJson(request.metadata()).isEqualTo("{\"ticket\": \"OPS-1\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"content\": \"x\"}", "{\"content\": \"x\", \"metadata\": null}"})
    void takesAbsentMetadataAsEmpty(String body) {
        assertThatJson(read(body).metadata()).isEqualTo("{}");
    }

    @Test
    void takesTheGuidesWordWhereContentIsAbsent() {
        assertThat(read("{\"body\": \"from the guide\"}").content()).isEqualTo("from the guide");
    }

    @Test
    void prefersContentToTheGuidesWord() {
        assertThat(read("{\"body\": 7, \"content\": \"the reference\"}").content())
                .isEqualTo("the reference");
    }

    @Test
    void ignoresMembersItDoesNotKnow() {
        assertThat(read("{\"content\": \"x\", \"author_type\": \"ai\", \"id\": 1}")
                        .content())
                .isEqualTo("x");
    }

    @Test
    void keepsTextAsReceived() {
        assertThat(read("{\"content\": \"  two\\n\\tlines \\uD83D\\uDE00 \"}").content())
                .isEqualTo("  two\n\tlines \uD83D\uDE00 ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                                        | content  | content is required",
                "{\"content\": null}                       | content  | content must be a string",
                "{\"content\": null, \"body\": \"x\"}      | content  | content must be a string",
                "{\"content\": 7}                          | content  | content must be a string",
                "{\"content\": [\"x\"]}                    | content  | content must be a string",
                "{\"content\": \"\"}                       | content  | content must not be blank",
                "{\"content\": \" \\n\\t\"}                | content  | content must not be blank",
                "{\"body\": \" \"}                         | body     | body must not be blank",
                "{\"content\": \"x\", \"metadata\": []}    | metadata | metadata must be an object",
                "{\"content\": \"x\", \"metadata\": \"x\"} | metadata | metadata must be an object",
                "{\"content\": \"x\", \"metadata\": false} | metadata | metadata must be an object",
            })
    void namesTheFieldThatIsWrong(String body, String field, String message) {
        var fault = catchThrowableOfType(JitsudoFault.class, () -> read(body));
        assertThat(fault.error()).isEqualTo(JitsudoError.INVALID_INPUT);
        assertThatJson(fault.body())
                .isEqualTo("""
                {"code": "invalid_input", "message": "%s", "details": {"field": "%s"}}"""
                        .formatted(message, field));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"content\"", "null", "7"})
    void refusesWhatIsNoObject(String body) {
        var rejected = catchThrowableOfType(RejectedException.class, () -> read(body));
        assertThat(rejected.reason()).isEqualTo(Reason.INPUT_INVALID);
    }

    @Test
    void drawsADraftThatKeepsMetadataExactly() {
        var metadata = "{\"big\":123456789012345678901234567890,\"exact\":1.10,\"deep\":{\"a\":[null,true]}}";
        var accessRequest = UUID.randomUUID();
        var author = Author.of("system", "key-1");
        var draft = read("{\"content\": \"x\", \"metadata\": %s}".formatted(metadata))
                .draft(accessRequest, author);
        assertThat(draft.threadId()).isEqualTo(accessRequest);
        assertThat(draft.author()).isEqualTo(author);
        assertThat(draft.body()).isEqualTo("x");
        assertThat(draft.attributes()).isEqualTo("{\"metadata\":" + metadata + "}");
    }

    private static CreateMessageRequest read(String body) {
        return CreateMessageRequest.of(Json.read(body.getBytes(StandardCharsets.UTF_8)));
    }
}
