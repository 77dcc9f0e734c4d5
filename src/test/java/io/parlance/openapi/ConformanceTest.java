package io.parlance.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConformanceTest {
    private static final Document DOCUMENT = Document.of(
            "pets",
            """
            openapi: 3.1.1
            x-optional-trailing-slash: true
            x-unlisted-requests:
              prefixes: [/pets]
              responses:
                '404': {description: Nothing here.}
            paths:
              /pets/{name}/toys/:
                post:
                  parameters:
                    - {name: limit, in: query, schema: {type: integer, maximum: 9}}
                  requestBody:
                    required: true
                    content:
                      application/json:
                        schema: {$ref: '#/components/schemas/Toy'}
                  responses:
                    '200':
                      description: Kept.
                      headers:
                        X-Count: {required: true, schema: {type: integer}}
                      content:
                        application/json:
                          schema:
                            type: object
                            additionalProperties: false
                            properties: {id: {type: string, format: uuid}}
                    '204': {description: Nothing to keep.}
            components:
              schemas:
                Toy: {type: object, required: [colour]}
            """);
    private static final String PATH = "/pets/rex/toys/";
    private static final String TOY = "{\"colour\": \"red\"}";
    private static final String ID = "{\"id\": \"019aa5b2-8f10-7c43-9c1d-2f5be1f4a0aa\"}";

    @Test
    void takesWhatIsDocumented() {
        assertThatCode(() -> check(PATH + "?limit=9", TOY, 200, json(ID))).doesNotThrowAnyException();
        assertThatCode(() -> check("/pets/rex/toys", TOY, 204, nothing())).doesNotThrowAnyException();
        assertThatCode(() -> check("/pets/rex", TOY, 404, nothing())).doesNotThrowAnyException();
    }

    @Test
    void countsAPathAsWhereItLeads() {
        assertThat(exchange("/pets/%2e%2e/x?a=b", "", 200, nothing()).place()).isEqualTo("/x");
        assertThat(exchange("/pets/x%20y/", "", 200, nothing()).place()).isEqualTo("/pets/x y");
    }

    @Test
    void findsAStatusThatIsNotDocumented() {
        assertFails(PATH, TOY, 201, json(ID), "the status is not documented");
        assertFails("/pets/rex", TOY, 200, json(ID), "the status is not documented");
    }

    @Test
    void findsAMemberThatIsNotDeclared() {
        assertFails(PATH, TOY, 200, json("{\"name\": \"x\"}"), "'name'");
    }

    @Test
    void findsAValueOfTheWrongFormat() {
        assertFails(PATH, TOY, 200, json("{\"id\": \"x\"}"), "uuid");
    }

    @Test
    void findsAnAnswerWithoutAContentType() {
        var headers = Map.of("X-Count", List.of("1"));
        assertFails(PATH, TOY, 200, message(headers, ID), "of the media type ''");
    }

    @Test
    void findsABodyWhereNoneIsDocumented() {
        assertFails(PATH, TOY, 204, json(ID), "the document none");
    }

    @Test
    void findsAMissingHeader() {
        var headers = Map.of("Content-Type", List.of("application/json"));
        assertFails(PATH, TOY, 200, message(headers, ID), "the header X-Count is missing");
    }

    @Test
    void findsAnAcceptedRequestThatIsNotDescribed() {
        assertFails(PATH, "{}", 200, json(ID), "'colour'");
        assertFails(PATH + "?limit=10", TOY, 200, json(ID), "parameter limit");
        assertFails(PATH, "", 200, json(ID), "without a body");
    }

    @Test
    void leavesRequestsAloneThatAreMeantToGoBeyondTheDocument() {
        assertThatCode(() -> Conformance.check(exchange(PATH, "{}", 200, json(ID)), false, DOCUMENT))
                .doesNotThrowAnyException();
    }

    private static void assertFails(String target, String sent, int status, Exchange.Message answered, String error) {
        assertThatThrownBy(() -> check(target, sent, status, answered)).hasMessageContaining(error);
    }

    private static void check(String target, String sent, int status, Exchange.Message answered) {
        Conformance.check(exchange(target, sent, status, answered), true, DOCUMENT);
    }

    private static Exchange exchange(String target, String sent, int status, Exchange.Message answered) {
        var headers = Map.of("Content-Type", List.of("application/json; charset=utf-8"));
        return new Exchange("POST", target, message(headers, sent), status, answered);
    }

    private static Exchange.Message json(String body) {
        return message(Map.of("Content-Type", List.of("application/json"), "X-Count", List.of("1")), body);
    }

    private static Exchange.Message nothing() {
        return message(Map.of(), "");
    }

    private static Exchange.Message message(Map<String, List<String>> headers, String body) {
        return new Exchange.Message(
                HttpHeaders.of(headers, (name, value) -> true), body.getBytes(StandardCharsets.UTF_8));
    }
}
