package io.parlance.dialect.highq;

import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.rest.Accept;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseFormTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/json;charset=utf-8",
                "APPLICATION/JSON",
                "application/json, text/plain, */*",
                "application/json;q=0.5, */*",
                "application/xml;q=0.8, application/json;q=0.9",
                "application/xml, application/json",
                "text/html, application/json;q=0.1",
                "*/*, application/xml;q=0, text/xml;q=0"
            })
    void answersJsonToWhoeverNamesItAndPrefersNoXml(String accept) {
        assertThat(ResponseForm.negotiate(Accept.of(List.of(accept)))).contains(ResponseForm.JSON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*/*",
                "application/*",
                "application/xml",
                "application/json;q=0.8, application/xml;q=0.9",
                "application/json;q=0, */*",
                "text/html, image/gif, *; q=.2, */*; q=.2",
                "text/html,application/xhtml+xml,application/xml;q=0.9,image/webp,*/*;q=0.8",
                "application/json;q=0.1, application/xml;q=nonsense"
            })
    void answersXmlToEverybodyElse(String accept) {
        assertThat(ResponseForm.negotiate(Accept.of(List.of(accept)))).contains(ResponseForm.XML);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/xml", "text/*", "text/xml, */*;q=0.1", "text/xml, application/xml;q=0.5"})
    void answersTextXmlToWhoeverPrefersThat(String accept) {
        assertThat(ResponseForm.negotiate(Accept.of(List.of(accept)))).contains(ResponseForm.TEXT_XML);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html",
                "image/*",
                "application/pdf, application/hal+json",
                "application/json;q=0",
                "*/*;q=0",
                "nonsense"
            })
    void hasNoFormForForeignTypesOnly(String accept) {
        assertThat(ResponseForm.negotiate(Accept.of(List.of(accept)))).isEmpty();
    }

    @Test
    void takesSeveralHeadersAsOne() {
        var accept = Accept.of(Arrays.asList("application/xml;q=0.5", "application/json"));
        assertThat(ResponseForm.negotiate(accept)).contains(ResponseForm.JSON);
    }

    @Test
    void takesNoHeaderAsAnything() {
        assertThat(ResponseForm.negotiate(Accept.of(List.of()))).contains(ResponseForm.XML);
    }
}
