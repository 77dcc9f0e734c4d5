package io.parlance.dialect.mews;

import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.it.Answer;
import io.parlance.it.IdempotentOperation;

/** How Mews words what is wrong with a key. */
interface MewsIdempotentOperation extends IdempotentOperation {
    @Override
    default void assertReused(Answer answer) {
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json().path("Message").asText()).isEqualTo("Conflict");
    }

    @Override
    default void assertMalformed(Answer answer) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("Message").asText()).isEqualTo("Invalid Idempotency-Key");
    }
}
