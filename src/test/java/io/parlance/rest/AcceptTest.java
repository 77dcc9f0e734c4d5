package io.parlance.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json | application/json;q=1.000",
                "TEXT/XML;q=0.25 | text/xml;q=0.250",
                "application/json;v=1;q=0.5 | application/json;q=0.500",
                "text/html, *; q=.2, */*; q=.2 | text/html;q=1.000, */*;q=0.200",
                "nonsense, application/json;q=high | application/json;q=1.000",
                "nonsense | application/octet-stream",
                "'' | */*;q=1.000"
            })
    void asksForTheSameInPlainWords(String sent, String plain) {
        assertThat(Accept.of(List.of(sent)).header()).isEqualTo(plain);
    }

    @Test
    void takesTheMostSpecificRange() {
        var accept = Accept.of(List.of("text/xml;q=0.1, text/*;q=0.2", "*/*;q=0.3"));
        assertThat(accept.quality("text/xml")).isEqualTo(0.1);
        assertThat(accept.quality("text/plain")).isEqualTo(0.2);
        assertThat(accept.quality("application/json")).isEqualTo(0.3);
        assertThat(accept.named("application/json")).isZero();
    }

    @Test
    void takesNoHeaderAsAnything() {
        assertThat(Accept.of(List.of()).quality("application/json")).isEqualTo(1);
    }
}
