package io.parlance.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.it.Http;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operation sees of a body, whether it was there at once or came after the head. */
class BodyFormsIT {
    private static final String PARTS =
            """
            --limit
            Content-Disposition: form-data; name="text"
            Content-Type: text/plain; charset=UTF-8

            Grüße
            --limit
            Content-Disposition: form-data; name="file"; filename="a.txt"
            Content-Type: text/plain; charset=UTF-8

            second
            --limit--
            """
                    .replace("\n", "\r\n");

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void json(boolean late) {
        var answer = send(late, "json", "application/json", "{\"text\": \"Grüße\"}");

        assertThat(answer).isEqualTo("200 Demo client {\"text\":\"Grüße\"}");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void xml(boolean late) {
        var answer = send(late, "xml", "application/xml", "<a><b>Grüße</b></a>");

        assertThat(answer).isEqualTo("200 Demo client {\"a\":{\"b\":\"Grüße\"}}");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void forms(boolean late) {
        var form = "a=Gr%C3%BC%C3%9Fe&b=1&b=2";

        assertThat(send(late, "form", "application/x-www-form-urlencoded", form))
                .isEqualTo("200 Demo client {a=[Grüße], b=[1, 2]}");
        assertThat(send(late, "form-parameter", "application/x-www-form-urlencoded", form))
                .isEqualTo("200 Demo client Grüße");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void parts(boolean late) {
        var answer = send(late, "parts", "multipart/form-data; boundary=limit", PARTS);

        assertThat(answer).isEqualTo("200 Demo client text=:Grüße, file=a.txt:second");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void answersThatComeLater(boolean late) {
        assertThat(send(late, "later?file=/", "text/plain", "any")).isEqualTo("200 Demo client later");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void callersWithoutACredential(boolean late) {
        var request = Http.post("/probe/json").to(ProbeServer.baseUri()).json("{}");

        assertThat((late ? request.bodyAfterHead() : request).send().status()).isEqualTo(401);
    }

    private static String send(boolean late, String operation, String type, String body) {
        var request = ProbeServer.post("/probe/" + operation)
                .header("Content-Type", type)
                .body(body);
        var answer = (late ? request.bodyAfterHead() : request).send();
        return answer.status() + " " + answer.body();
    }
}
