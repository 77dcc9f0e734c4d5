package io.parlance.dialect.mews;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExactRequestFilterTest {
    @Test
    void takesTheDocumentedAddress() {
        assertThat(ExactRequestFilter.isExact("/api/connector/v1/messages/add", ""))
                .isTrue();
    }

    @Test
    void takesItBelowAContextRoot() {
        assertThat(ExactRequestFilter.isExact("/hub/api/connector/v1/messages/add", "/hub"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/connector/v1",
                "/api/connector/v1/",
                "/api/connector/v1/messages",
                "/api/connector/v1/messages/add/",
                "/api/connector/v1/messages//add",
                "/api/connector/v1//messages/add",
                "/api/connector/v1;v=1/messages/add",
                "/api/connector/v1/messages/add;v=1",
                "/api/connector/v1/messages/%61dd",
                "/api/connector/v1/messages/../messages/add",
                "/api/connector/v1/messages/add.json",
                "/api/connector/v1/messages/add/2023-06-06",
                "/API/connector/v1/messages/add",
                "/api/connector/v1messages/add"
            })
    void refusesAnyOtherWriting(String address) {
        assertThat(ExactRequestFilter.isExact(address, "")).isFalse();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {"", " ", "application/json", "Application/JSON; charset=utf-8", "application/json ; x=\"y\""})
    void readsJsonAndBodiesWithoutAType(String contentType) {
        assertThat(ExactRequestFilter.isJson(contentType)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/xml",
                "text/json",
                "application/problem+json",
                "text/plain",
                "application/jsonp",
                "application/json;;x",
                ";;"
            })
    void refusesOtherTypes(String contentType) {
        assertThat(ExactRequestFilter.isJson(contentType)).isFalse();
    }
}
