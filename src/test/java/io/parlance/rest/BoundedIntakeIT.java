package io.parlance.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.it.Admin;
import io.parlance.it.Http;
import io.parlance.it.RawConnection;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How bodies come in, whatever the dialect. */
class BoundedIntakeIT {
    private static final int SLOW_CLIENTS = 300;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /messages/                      | {"detail":"Request timed out."}
                    /api/connector/v1/messages/add  | {"Message":"Request Timeout",
                    /v1/requests/x/messages         | "code":"request_timeout"
                    /api/4/conversations/           | <ref>143</ref>
                    /admin/api/v1/tenants           | "status":408
                    """)
    void answersABodyThatDoesNotArriveInTheWordsOfItsDialect(String path, String words) {
        try (var connection = new RawConnection()) {
            var answer = connection.startPost(path, 100).answer();

            assertThat(answer).startsWith("HTTP/1.1 408 ").contains(words);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /messages/                      | {"detail":"Request body is too large."}
                    /api/connector/v1/messages/add  | {"Message":"Request Entity Too Large",
                    /v1/requests/x/messages         | "code":"payload_too_large"
                    /api/4/conversations/           | <ref>144</ref>
                    /admin/api/v1/tenants           | "status":413
                    """)
    void answersABodyThatIsTooLargeInTheWordsOfItsDialect(String path, String words) {
        var answer = Http.post(path).json("x".repeat(5 << 20)).send();

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.body()).contains(words);
    }

    @Test
    void answersAFormThatIsTooLargeLikeOtherBodies() {
        var answer = Http.post("/oauth2/token")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .body("x".repeat(5 << 20))
                .send();

        assertThat(answer.body()).isEqualTo("{\"detail\":\"Request body is too large.\"}");
        assertThat(answer.status()).isEqualTo(413);
    }

    @Test
    void answersAFormThatDoesNotArriveLikeOtherBodies() {
        try (var connection = new RawConnection()) {
            connection.send("POST /oauth2/token HTTP/1.1\r\nHost: localhost\r\n"
                    + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 100\r\n\r\na=");

            assertThat(connection.answer()).startsWith("HTTP/1.1 408 ").contains("{\"detail\":\"Request timed out.\"}");
        }
    }

    @Test
    void servesOthersWhileHundredsOfBodiesCrawl() {
        List<RawConnection> slow = new ArrayList<>();
        try {
            for (int i = 0; i < SLOW_CLIENTS; i++) {
                slow.add(new RawConnection().startPost("/messages/", 1000));
            }

            assertThat(Admin.get("/tenants?limit=1").status()).isEqualTo(200);
            assertThat(Http.post("/messages/").json("{}").send().status()).isEqualTo(400);
        } finally {
            slow.forEach(RawConnection::close);
        }
    }

    @Test
    void answersTooLargeBodiesThatAnnounceNoLength() {
        var large = "x".repeat(5 << 20);

        try (var connection = new RawConnection()) {
            connection.send("POST /messages/ HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                    + "Transfer-Encoding: chunked\r\n\r\n");
            connection.send(Integer.toHexString(large.length()) + "\r\n" + large + "\r\n0\r\n\r\n");

            assertThat(connection.answer()).startsWith("HTTP/1.1 413 ");
        }
    }

    @Test
    void takesABodyInSingleBytes() {
        try (var connection = new RawConnection()) {
            connection.send("POST /messages/ HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                    + "Content-Length: 2\r\n\r\n");
            connection.send("{").send("}");

            assertThat(connection.answer()).startsWith("HTTP/1.1 400 ").contains("missing_authorization");
        }
    }
}
