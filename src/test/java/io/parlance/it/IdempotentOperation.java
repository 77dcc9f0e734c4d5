package io.parlance.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every operation that takes messages in promises about {@code Idempotency-Key}; each dialect implements it. */
public interface IdempotentOperation {
    String KEY = "Idempotency-Key";
    String REPLAYED = "Idempotent-Replayed";

    Admin.Tenant tenant();

    /** A valid request with this text, without a key. */
    Http operation(String text);

    /** The same operation of another application, or of another person where the API has people. */
    Http operationOfAnother(String text);

    /** A request that the dialect refuses. */
    Http refused();

    /** Checks the documented refusal of a key that was used with another body. */
    void assertReused(Answer answer);

    /** Checks the documented refusal of a malformed key. */
    void assertMalformed(Answer answer);

    @Test
    default void answersARepetitionByteForByteAndStoresNothingMore() {
        var key = key();
        var first = operation("once").header(KEY, key).send();
        var again = operation("once").header(KEY, key).send();

        assertThat(first.status()).as(first.body()).isBetween(200, 201);
        assertThat(first.header(REPLAYED)).isEmpty();
        assertThat(again.status()).isEqualTo(first.status());
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.mediaType()).isEqualTo(first.mediaType());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header(REPLAYED)).isEqualTo("true");
        assertThat(stored("once")).isOne();
    }

    @Test
    default void answersLikeARequestWithoutAKey() {
        var without = operation("plain").send();
        var with = operation("keyed").header(KEY, key()).send();

        assertThat(with.status()).isEqualTo(without.status());
        assertThat(with.header("Content-Type")).isEqualTo(without.header("Content-Type"));
        assertThat(with.header("Location").replaceAll("[0-9a-f-]{36}", "id"))
                .isEqualTo(without.header("Location").replaceAll("[0-9a-f-]{36}", "id"));
    }

    @Test
    default void refusesAnotherBodyUnderTheSameKey() {
        var key = key();
        operation("first").header(KEY, key).send();

        assertReused(operation("second").header(KEY, key).send());
        assertThat(stored("second")).isZero();
    }

    @Test
    default void storesOnceHoweverManyAskAtOnce() {
        var key = key();
        var answers = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> operation("at once").header(KEY, key).send()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).extracting(Answer::body).containsOnly(answers.get(0).body());
        assertThat(answers)
                .filteredOn(answer -> answer.header(REPLAYED).isEmpty())
                .hasSize(1);
        assertThat(stored("at once")).isOne();
    }

    @Test
    default void keepsNoRefusal() {
        var key = key();
        var refused = refused().header(KEY, key).send();
        var accepted = operation("after a refusal").header(KEY, key).send();

        assertThat(refused.status()).isGreaterThanOrEqualTo(400);
        assertThat(accepted.status()).as(accepted.body()).isBetween(200, 201);
    }

    @Test
    default void keepsTheKeysOfApplicationsApart() {
        var key = key();
        operation("mine").header(KEY, key).send();
        var other = operationOfAnother("theirs").header(KEY, key).send();

        assertThat(other.status()).as(other.body()).isBetween(200, 201);
        assertThat(other.header(REPLAYED)).isEmpty();
        assertThat(stored("theirs")).isOne();
    }

    @Test
    default void forgetsAKeyAfterAWeek() throws SQLException {
        var key = key();
        operation("weekly").header(KEY, key).send();
        age(key);
        var later = operation("weekly, but changed").header(KEY, key).send();

        assertThat(later.status()).as(later.body()).isBetween(200, 201);
        assertThat(later.header(REPLAYED)).isEmpty();
        assertThat(operation("weekly, but changed").header(KEY, key).send().header(REPLAYED))
                .isEqualTo("true");
    }

    @Test
    default void refusesAMalformedKey() {
        for (var malformed : List.of("", "k".repeat(256))) {
            assertMalformed(operation("malformed").header(KEY, malformed).send());
        }
        assertMalformed(
                operation("malformed").header(KEY, key()).header(KEY, key()).send());
        assertThat(stored("malformed")).isZero();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    /** How often it is stored. */
    default long stored(String text) {
        var messages = tenant().messages();
        return IntStream.range(0, messages.size())
                .filter(i -> messages.get(i).path("text").asText().equals(text))
                .count();
    }

    private static void age(String key) throws SQLException {
        try (var connection = TestServer.connect();
                var statement = connection.prepareStatement(
                        "update idempotency_key set created_at = created_at - interval '7 days' where key = ?")) {
            statement.setString(1, key);
            assertThat(statement.executeUpdate()).isOne();
        }
    }
}
