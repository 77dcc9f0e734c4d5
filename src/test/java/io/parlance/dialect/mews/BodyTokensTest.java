package io.parlance.dialect.mews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parlance.core.access.Presented;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyTokensTest {
    @Test
    void findsThePairInTheBody() {
        assertThat(
                        read(
                                """
                {"ClientToken": "C-1", "AccessToken": "A-1", "Client": "Sample Client 1.0.0", "LanguageCode": 7}"""))
                .isEqualTo(new Presented.TokenPair("C-1", "A-1"));
    }

    @Test
    void readsMemberNamesInAnyCase() {
        assertThat(read("""
                {"clientToken": "C-1", "accesstoken": "A-1", "CLIENT": "c"}"""))
                .isEqualTo(new Presented.TokenPair("C-1", "A-1"));
    }

    @Test
    void prefersTheDocumentedCase() {
        assertThat(
                        read(
                                """
                {"clienttoken": "x", "ClientToken": "C-1", "AccessToken": "A-1", "Client": "c"}"""))
                .isEqualTo(new Presented.TokenPair("C-1", "A-1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[{\"ClientToken\": \"C-1\"}]", "7", "\"text\"", "null", "true"})
    void refusesABodyThatIsNoObject(String body) {
        assertInvalid(body, "Invalid JSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"ClientToken\": \"\",", "\"ClientToken\": null,", "\"ClientToken\": 5,"})
    void requiresTheClientTokenFirst(String member) {
        assertInvalid("{%s \"Messages\": 1}".formatted(member), "Invalid ClientToken");
    }

    @Test
    void requiresTheAccessTokenNext() {
        assertInvalid("{\"ClientToken\": \"C-1\", \"AccessToken\": [\"A-1\"]}", "Invalid AccessToken");
    }

    @Test
    void requiresTheNameOfTheClient() {
        assertInvalid("{\"ClientToken\": \"C-1\", \"AccessToken\": \"A-1\", \"Client\": \"\"}", "Invalid Client");
    }

    private static void assertInvalid(String body, String text) {
        assertThatThrownBy(() -> read(body))
                .isInstanceOfSatisfying(InvalidParameter.class, invalid -> assertThat(invalid.text())
                        .isEqualTo(text));
    }

    private static Presented read(String body) {
        return BodyTokens.read(MewsBodies.json(body));
    }
}
