package io.parlance.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import io.parlance.rest.Json;
import io.parlance.rest.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MembersTest {
    private static final Members.Length SHORT = new Members.Length(2, 3);

    private static JsonNode json(String text) {
        return Json.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Members members(String text) {
        return Members.of(json(text), "a", "b");
    }

    private static List<String> refused(Members members) {
        return catchThrowableOfType(InvalidInput.class, members::check).errors().stream()
                .map(Problem.Invalid::field)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "1", "\"text\""})
    void takesObjectsOnly(String body) {
        assertThatThrownBy(() -> members(body))
                .isInstanceOfSatisfying(RejectedException.class, refusal -> assertThat(refusal.reason())
                        .isEqualTo(Reason.BODY_MALFORMED));
        assertThatThrownBy(() -> Members.of(null, "a")).isInstanceOf(RejectedException.class);
    }

    @Test
    void refusesAllUnknownMembersAtOnce() {
        assertThat(refused(members("{\"a\":1,\"x\":1,\"A\":1}"))).containsExactly("x", "A");
    }

    @Test
    void keepsTheCurrentTextWhereTheMemberIsAbsent() {
        var members = members("{}");

        assertThat(members.text("a", SHORT, "now")).isEqualTo("now");
        assertThat(members.optionalText("b", SHORT, "now")).isEqualTo("now");
        members.check();
    }

    @Test
    void clearsByNullWhatMayBeNull() {
        var members = members("{\"a\":null}");

        assertThat(members.optionalText("a", SHORT, "now")).isNull();
        members.check();
    }

    @Test
    void refusesToClearWhatMustBeThere() {
        var members = members("{\"a\":null}");

        members.text("a", SHORT, "now");
        members.text("b", SHORT, null);

        assertThat(refused(members)).containsExactly("a", "b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"x\"", "\"four\"", "\"   \"", "7", "true", "[]", "{}"})
    void refusesTextsOfAnotherLengthAndOtherTypes(String value) {
        var members = members("{\"a\":%s}".formatted(value));

        members.text("a", SHORT, null);

        assertThat(refused(members)).containsExactly("a");
    }

    @Test
    void countsCharactersNotCodeUnits() {
        var members = members("{\"a\":\"😀😀😀\"}");

        assertThat(members.text("a", SHORT, null)).isEqualTo("😀😀😀");
        members.check();
    }

    @Test
    void takesOneOfTheWords() {
        var members = members("{\"a\":\"yes\",\"b\":\"perhaps\"}");

        assertThat(members.word("a", List.of("yes", "no"), null)).isEqualTo("yes");
        members.word("b", List.of("yes", "no"), null);

        assertThat(refused(members)).containsExactly("b");
    }

    @Test
    void readsWholeSecondsWithinTheirBounds() {
        assertThat(members("{\"a\":60}").seconds("a", 1, 60)).isEqualTo(Duration.ofMinutes(1));
        assertThat(members("{\"a\":null}").seconds("a", 1, 60)).isNull();
        assertThat(members("{}").seconds("a", 1, 60)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "61", "1.0", "1e1", "\"1\"", "true", "99999999999999999999999"})
    void refusesOtherSeconds(String value) {
        var members = members("{\"a\":%s}".formatted(value));

        members.seconds("a", 1, 60);

        assertThat(refused(members)).containsExactly("a");
    }

    @Test
    void readsElementsUpToTheirNumber() {
        var members = members("{\"a\":[1,2],\"b\":[1,2,3]}");

        assertThat(members.elements("a", 2)).hasSize(2);
        assertThat(members.elements("b", 2)).isEmpty();

        assertThat(refused(members)).containsExactly("b");
    }

    @Test
    void refusesAFlagThatIsNone() {
        var members = members("{\"a\":\"true\"}");

        assertThat(members.flag("b", true)).isTrue();
        members.flag("a", false);

        assertThat(refused(members)).containsExactly("a");
    }
}
