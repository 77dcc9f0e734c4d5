package io.parlance.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.it.RawConnection;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The way past JAX-RS: taken for everyday requests, and no client sees a difference. */
class DirectOperationIT {
    private static final String EVERYDAY = "Accept: */*";
    /** The same wish, but in words that only JAX-RS understands. */
    private static final String UNUSUAL = "Accept: application/json;q=0.9, */*;q=0.1";

    private static final String KNOWN = "Authorization: Bearer " + ProbeDialect.token();
    private static final String JSON = "Content-Type: application/json";
    private static final String WAY = "{\"do\":\"way\"}";

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/json; charset=UTF-8", "Application/JSON"})
    void isTakenForJson(String type) {
        assertThat(post(WAY, EVERYDAY, KNOWN, "Content-Type: " + type)).endsWith("direct");
    }

    @Test
    void isTakenForAFixedPathBelowTheOneOfTheResource() {
        assertThat(postTo("/probe/direct/below", WAY, EVERYDAY, KNOWN, JSON)).endsWith("direct");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/probe/direct/", "/probe/d%69rect", "/probe/direct;a=b"})
    void isNotTakenForAnAddressInOtherLetters(String path) {
        assertThat(postTo(path, WAY, EVERYDAY, KNOWN, JSON)).doesNotEndWith("direct");
    }

    @Test
    void setsTheHeadersThatAllAnswersHave() {
        assertThat(post(WAY, EVERYDAY, KNOWN, JSON)).contains("X-Probe: always");
        assertThat(post("{\"do\":\"refuse\"}", EVERYDAY, KNOWN, JSON)).contains("X-Probe: always");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Encoding: identity",
                "Accept: application/json;q=0.9",
                "Accept: text/plain;q=0.1, application/json"
            })
    void isNotTakenWhereMoreThanAnnotationsDecides(String header) {
        assertThat(post(WAY, header, KNOWN, JSON)).endsWith("by JAX-RS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"object", "bytes", "nothing", "created", "unwritable", "refuse", "forbid", "fault"})
    void showsNobodyThatItWasTaken(String task) {
        for (boolean later : new boolean[] {false, true}) {
            assertSame("{\"do\":\"" + task + "\",\"later\":" + later + "}", KNOWN, JSON);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"do\"", "[]", "null", "{\"do\":\"way\",\"do\":1}", "\"\\u0000\"", " ", "ü"})
    void refusesBodiesInTheSameWords(String body) {
        assertSame(body, KNOWN, JSON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-None: 1", "Authorization: Bearer plb_wrong", "Authorization: Basic abc"})
    void refusesCallersInTheSameWords(String credential) {
        assertSame(WAY, credential, JSON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/json; charset=latin1", "application/xml", "application/json;"})
    void refusesOtherTypesInTheSameWords(String type) {
        assertSame(WAY, KNOWN, "Content-Type: " + type);
    }

    @Test
    void takesAnOperationWithoutAnAnswerForAFault() {
        assertThat(post("{\"do\":\"no answer\"}", EVERYDAY, KNOWN, JSON)).startsWith("HTTP/1.1 500");
    }

    @Test
    void keepsNoPlaceOfThoseInFlight() {
        for (int i = 0; i < 2 * ProbeServer.MAX_IN_FLIGHT; i++) {
            post("{\"do\":\"fault\",\"later\":true}", EVERYDAY, KNOWN, JSON);
            post("{\"do\":\"refuse\"}", EVERYDAY, KNOWN, JSON);
        }
        assertThat(post(WAY, EVERYDAY, KNOWN, JSON)).startsWith("HTTP/1.1 200");
    }

    private static void assertSame(String body, String... headers) {
        assertThat(comparable(post(body, with(EVERYDAY, headers))))
                .isEqualTo(comparable(post(body, with(UNUSUAL, headers))));
    }

    private static String[] with(String first, String... others) {
        var all = new String[others.length + 1];
        all[0] = first;
        System.arraycopy(others, 0, all, 1, others.length);
        return all;
    }

    /** The answer with its headers in alphabetical order, without the time and the charset that RESTEasy adds to plain text. */
    private static String comparable(String answer) {
        int end = answer.indexOf("\r\n\r\n");
        var head = Arrays.stream(answer.substring(0, end).split("\r\n"))
                .filter(line -> !line.startsWith("Date:"))
                .map(line -> line.replace("text/plain;charset=UTF-8", "text/plain"))
                .sorted()
                .collect(Collectors.joining("\n"));
        return head + "\n" + answer.substring(end);
    }

    private static String post(String body, String... headers) {
        return postTo("/probe/direct", body, headers);
    }

    private static String postTo(String path, String body, String... headers) {
        int length = body.length();
        var head = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: " + length
                + "\r\n" + String.join("\r\n", headers) + "\r\n\r\n";
        try (var connection = new RawConnection(ProbeServer.baseUri())) {
            return connection.send(head + body).answerToTheEnd();
        }
    }
}
