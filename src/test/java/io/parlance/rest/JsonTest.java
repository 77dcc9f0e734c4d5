package io.parlance.rest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    @Test
    void keepsNumbersAndTextsAsReceived() {
        var tree = Json.read("{\"rating\": 4.50, \"text\": \" \u00e9\\uD83D\\uDE00 \"}".getBytes(UTF_8));
        assertThat(tree.path("rating").decimalValue().toPlainString()).isEqualTo("4.50");
        assertThat(tree.path("text").textValue()).isEqualTo(" \u00e9\ud83d\ude00 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{} {}",
                "{\"a\": 1, \"a\": 2}",
                "{'a': 1}",
                "{\"a\": NaN}",
                "[1,]",
                "\"\\u0000\"",
                "\"\\uD800\"",
                "\"\\uDE00\\uD83D\"",
                "{\"\\u0000\": 1}",
                "1e99999"
            })
    void refusesWhatIsNotStrictJson(String body) {
        refuses(body.getBytes(UTF_8));
    }

    @Test
    void refusesOtherEncodings() {
        refuses("\"\u00e9\"".getBytes(ISO_8859_1));
    }

    @Test
    void knowsTheReplacementCharacterFromWhatCannotBeDecoded() {
        assertThat(Json.read("\"\uFFFD\"".getBytes(UTF_8)).asText()).isEqualTo("\uFFFD");
        refuses(new byte[] {'"', (byte) 0xC3, '"'});
        refuses(new byte[] {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'});
    }

    @Test
    void refusesDeepLongAndCrowdedBodies() {
        refuses(("[".repeat(65) + "]".repeat(65)).getBytes(UTF_8));
        refuses(("\"" + "a".repeat(1_000_001) + "\"").getBytes(UTF_8));
        refuses(("[" + "[],".repeat(200_000) + "[]]").getBytes(UTF_8));
    }

    private static void refuses(byte[] body) {
        assertThatThrownBy(() -> Json.read(body))
                .isInstanceOfSatisfying(RejectedException.class, refused -> assertThat(refused.reason())
                        .isEqualTo(Reason.BODY_MALFORMED));
    }
}
