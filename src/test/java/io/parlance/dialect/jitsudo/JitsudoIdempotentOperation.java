package io.parlance.dialect.jitsudo;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.it.Admin;
import io.parlance.it.Answer;
import io.parlance.it.Http;
import io.parlance.it.IdempotentOperation;

/** An operation of the API keys of a tenant, and how JITSudo words what is wrong with an idempotency key. */
interface JitsudoIdempotentOperation extends IdempotentOperation {
    JitsudoTenant jitsudo();

    /** The operation, called with an API key. */
    Http operation(String apiKey, String text);

    @Override
    default Admin.Tenant tenant() {
        return jitsudo().tenant();
    }

    @Override
    default Http operation(String text) {
        return operation(jitsudo().key(), text);
    }

    @Override
    default Http operationOfAnother(String text) {
        var other = tenant().credential(tenant().application("{}"), "{\"kind\":\"api-key\"}");
        return operation(other.path("token").asText(), text);
    }

    @Override
    default void assertReused(Answer answer) {
        assertInvalid(answer, "The Idempotency-Key was used with another request.");
    }

    @Override
    default void assertMalformed(Answer answer) {
        assertInvalid(answer, "Idempotency-Key must be one text of 1 to 255 printable ASCII characters.");
    }

    private static void assertInvalid(Answer answer, String message) {
        assertThat(answer.status()).isEqualTo(400);
        assertThatJson(answer.body())
                .isEqualTo("{\"code\": \"invalid_input\", \"message\": \"%s\"}".formatted(message));
    }
}
