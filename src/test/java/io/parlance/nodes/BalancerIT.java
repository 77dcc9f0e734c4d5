package io.parlance.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.it.RawConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the balancer refuses by itself, because the servers behind it would answer it wrongly. */
class BalancerIT {
    private final Cluster cluster = Cluster.get();

    @ParameterizedTest
    @ValueSource(
            strings = {"/messages/%zz", "/messages/%", "/messages/%4", "/messages/%%41", "/v1/requests/%00", "/a%GG/b"})
    void refusesAMalformedPath(String path) {
        assertThat(head("GET " + path + " HTTP/1.1", "")).startsWith("HTTP/1.1 400 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/messages/%41", "/v1/requests/%25zz", "/v1/requests?query=%25"})
    void letsAnEscapedPathPass(String path) {
        assertThat(head("GET " + path + " HTTP/1.1", "")).doesNotStartWith("HTTP/1.1 400 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE /healthz", "CONNECT localhost:80"})
    void refusesAMethodThatNothingHas(String request) {
        assertThat(head(request + " HTTP/1.1", "")).startsWith("HTTP/1.1 405 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Cookie: a=\u0000",
                "X-Any: a\u0000b",
                "Cookie: $Version=1",
                "Cookie: a",
                "Cookie: =a",
                "Cookie: a=\"b"
            })
    void refusesAMalformedHeader(String header) {
        assertThat(head("GET /authorize.action?response_type=code HTTP/1.1", header + "\r\n"))
                .startsWith("HTTP/1.1 400 ");
    }

    @Test
    void keepsCookiesFromWhatNeedsNone() {
        assertThat(head("GET /healthz HTTP/1.1", "Cookie: $Version=1; =\r\n")).startsWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /\u0000 HTTP/1.1", "GE\u0000T / HTTP/1.1", "nonsense"})
    void closesTheConnectionWhereThereIsNoRequest(String line) {
        assertThat(head(line, "")).isEmpty();
    }

    @Test
    void neverShowsAPageOfItsOwn() {
        assertThat(head("GET /%zz HTTP/1.1", "")).contains("ontent-").doesNotContain("<");
    }

    @Test
    void endsAClientThatIsTooSlowWithItsHeaders() {
        try (var slow = new RawConnection(cluster.balancer().base())) {
            slow.send("POST /messages/ HTTP/1.1\r\nHost: localhost\r\n");
            assertThat(slow.answerToTheEnd()).isEmpty();
        }
    }

    private String head(String requestLine, String headers) {
        try (var connection = new RawConnection(cluster.balancer().base())) {
            connection.send(requestLine + "\r\nHost: localhost\r\n" + headers + "\r\n");
            return connection.answer();
        }
    }
}
