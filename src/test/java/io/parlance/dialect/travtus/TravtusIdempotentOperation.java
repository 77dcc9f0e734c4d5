package io.parlance.dialect.travtus;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.it.Answer;
import io.parlance.it.IdempotentOperation;

/** The refusals of keys in this API's words. */
interface TravtusIdempotentOperation extends IdempotentOperation {
    @Override
    default void assertReused(Answer answer) {
        assertThat(answer.status()).isEqualTo(400);
        assertThatJson(answer.body())
                .isEqualTo("{\"non_field_errors\":[\"The Idempotency-Key was used with another request.\"]}");
    }

    @Override
    default void assertMalformed(Answer answer) {
        assertThat(answer.status()).isEqualTo(400);
        assertThatJson(answer.body())
                .isEqualTo("{\"non_field_errors\":[\"Idempotency-Key must be one text of 1 to 255 printable ASCII"
                        + " characters.\"]}");
    }
}
