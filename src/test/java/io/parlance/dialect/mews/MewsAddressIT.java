package io.parlance.dialect.mews;

import static io.parlance.dialect.mews.MewsAddMessagesIT.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.it.Http;
import io.parlance.it.RawConnection;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses, methods, media types and bodies that are not as documented, each answered by the error object. */
class MewsAddressIT {
    private static final String BODY = MewsTenant.body("C", "A", "");
    /** Whoever gets this answer had a body that was read. */
    private static final String READ = "Invalid ClientToken or AccessToken";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/connector/v1",
                "/api/connector/v1/",
                "/api/connector/v1/messages",
                "/api/connector/v1/nothing/add",
                "/api/connector/v1/messages/add/",
                "/api/connector/v1/messages/Add",
                "/api/connector/v1/Messages/add",
                "/api/connector/v1/messages/add;v=1",
                "/api/connector/v1/messages;v=1/add",
                "/api/connector/v1;v=1/messages/add",
                "/api/connector/v1/messages//add",
                "/api/connector/v1//messages/add",
                "/api/connector/v1/messages/%61dd",
                "/api/connector/v1/messages/add%20",
                "/api/connector/v1/messages/../messages/add",
                "/api/connector/v1/messages/add/x",
                "/api/connector/v1/messages/addx",
                "/api/connector/v1/messages/add.json",
                "/api/connector/v1/application.wadl"
            })
    void answersAnyOtherAddressWith404(String path) {
        assertRefused(Http.post(path).json(BODY).send(), 404, "Not Found");
        assertRefused(Http.get(path).send(), 404, "Not Found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "PATCH", "DELETE", "OPTIONS", "FOO"})
    void answersAnyOtherMethodWith404(String method) {
        var answer = Http.request(method, MewsTenant.ADD).send();
        assertRefused(answer, 404, "Not Found");
        assertThat(answer.header("Allow")).isEmpty();
    }

    @Test
    void answersHeadWith404() {
        var answer = Http.request("HEAD", MewsTenant.ADD).send();
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Request-Id")).isNotEmpty();
    }

    @Test
    void readsABodyWithoutAMediaType() {
        assertRefused(Http.post(MewsTenant.ADD).body(BODY).send(), 401, READ);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json; charset=utf-8", "application/json;charset=UTF-8", "Application/JSON"})
    void readsJsonHoweverItIsDeclared(String type) {
        assertRefused(
                Http.post(MewsTenant.ADD)
                        .header("Content-Type", type)
                        .body(BODY)
                        .send(),
                401,
                READ);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/xml",
                "text/plain",
                "text/json",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/vnd.api+json",
                ";;"
            })
    void refusesOtherMediaTypes(String type) {
        var answer = Http.post(MewsTenant.ADD)
                .header("Content-Type", type)
                .body(BODY)
                .send();
        assertRefused(answer, 400, "Invalid Content-Type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/xml;q=1", "*/*;q=0"})
    void answersJsonWhateverIsAccepted(String types) {
        assertRefused(
                Http.post(MewsTenant.ADD).header("Accept", types).json(BODY).send(), 401, READ);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "{\"a\":1,}", "{} {}", "[]", "7", "null", "<a/>", "{\"a\":\"\\ud800\"}"})
    void refusesWhatIsNoJsonObject(String body) {
        assertRefused(Http.post(MewsTenant.ADD).json(body).send(), 400, "Invalid JSON");
    }

    @Test
    void refusesInvalidUtf8() {
        var latin = BODY.replace("Sample", "S\u00e4mple").getBytes(StandardCharsets.ISO_8859_1);
        assertRefused(Http.post(MewsTenant.ADD).body(latin).send(), 400, "Invalid JSON");
    }

    @Test
    void refusesATooLargeBody() {
        assertRefused(Http.post(MewsTenant.ADD).json(" ".repeat(5 << 20)).send(), 413, "Request Entity Too Large");
    }

    @Test
    void answersABodyThatDoesNotArrive() {
        try (var connection = new RawConnection()) {
            var answer = connection.startPost(MewsTenant.ADD, 100).answer();
            assertThat(answer)
                    .startsWith("HTTP/1.1 408 ")
                    .containsPattern("(?m)^Request-Id: \\S+")
                    .contains("{\"Message\":\"Request Timeout\",\"RequestId\":\"")
                    .endsWith("\"Details\":null}");
        }
    }

    @Test
    void takesOverAWellFormedRequestId() {
        var answer = Http.post(MewsTenant.ADD)
                .header("Request-Id", "my-request-1")
                .json(BODY)
                .send();
        assertThat(answer.header("Request-Id")).isEqualTo("my-request-1");
        assertRefused(answer, 401, READ);
    }

    @Test
    void makesUpARequestIdForAMalformedOne() {
        var answer =
                Http.get("/api/connector/v1/x").header("Request-Id", "<script>").send();
        assertThat(answer.header("Request-Id")).hasSize(36);
    }
}
