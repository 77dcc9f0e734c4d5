package io.parlance.dialect.highq;

import static java.nio.charset.StandardCharsets.UTF_8;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestFormTest {
    private static final String XML = "<a><b>1</b></a>";
    private static final String JSON = "{\"a\": {\"b\": \"1\"}}";

    @ParameterizedTest
    @ValueSource(
            strings = {"application/xml", "text/xml", "Application/XML ; charset=utf-8", "text/xml;charset=\"UTF-8\""})
    void readsXmlByItsType(String type) {
        assertThatJson(RequestForm.read(XML.getBytes(UTF_8), type)).isEqualTo(JSON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/json; charset=utf-8", "APPLICATION/JSON"})
    void readsJsonByItsType(String type) {
        assertThatJson(RequestForm.read(JSON.getBytes(UTF_8), type)).isEqualTo(JSON);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = " ")
    void looksAtTheFirstCharacterWithoutAType(String type) {
        for (var body : new String[] {XML, JSON, "\n\t " + XML, "\n\t " + JSON, "\ufeff" + XML}) {
            assertThatJson(RequestForm.read(body.getBytes(UTF_8), type)).isEqualTo(JSON);
        }
    }

    @Test
    void readsOtherCharsetsThatTheTypeNames() {
        var tree = RequestForm.read(
                "<a>\u00e9</a>".getBytes(StandardCharsets.ISO_8859_1), "application/xml; charset=iso-8859-1");
        assertThat(tree.path("a").textValue()).isEqualTo("\u00e9");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/soap+xml",
                "nonsense",
                ";",
                "application/xml; charset=klingon"
            })
    void refusesOtherTypes(String type) {
        assertThat(refusal(XML, type)).isEqualTo(Reason.MEDIA_TYPE_UNSUPPORTED);
    }

    @Test
    void refusesABodyOfTheOtherForm() {
        assertThat(refusal(XML, "application/json")).isEqualTo(Reason.BODY_MALFORMED);
        assertThat(refusal(JSON, "application/xml")).isEqualTo(Reason.BODY_MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "text", "userid=7"})
    void refusesWhatIsNeitherForm(String body) {
        assertThat(refusal(body, null)).isEqualTo(Reason.BODY_MALFORMED);
    }

    private static Reason refusal(String body, String type) {
        var refused = new Reason[1];
        assertThatThrownBy(() -> RequestForm.read(body.getBytes(UTF_8), type))
                .isInstanceOfSatisfying(RejectedException.class, rejected -> refused[0] = rejected.reason());
        return refused[0];
    }
}
