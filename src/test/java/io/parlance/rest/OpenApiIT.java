package io.parlance.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.it.Answer;
import io.parlance.it.Http;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code GET /docs/openapi/{dialect}.yaml}. */
class OpenApiIT {
    private static final String TRAVTUS = "/docs/openapi/travtus.yaml";

    @ParameterizedTest
    @ValueSource(strings = {"travtus", "mews", "highq"})
    void servesTheDocumentOfADialect(String dialect) {
        var answer = Http.get("/docs/openapi/" + dialect + ".yaml").send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.mediaType()).isEqualTo("application/yaml");
        assertThat(answer.body()).startsWith("openapi: 3.1.");
    }

    @Test
    void answersNothingTwiceToWhoHasIt() {
        var tag = Http.get(TRAVTUS).send().header("ETag");
        var again = withTag(tag);

        assertThat(tag).matches("\"[0-9a-f]{32}\"");
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.header("ETag")).isEqualTo(tag);
        assertThat(withTag("\"other\", W/" + tag).status()).isEqualTo(304);
        assertThat(withTag("\"other\"").status()).isEqualTo(200);
    }

    @Test
    void letsNobodyUseAVersionWithoutAsking() {
        assertThat(Http.get(TRAVTUS).send().header("Cache-Control")).isEqualTo("no-cache");
    }

    @Test
    void answersTheHeadAlone() {
        var head = Http.request("HEAD", TRAVTUS).send();

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("ETag")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing.yaml", "travtus", "travtus.json", "Travtus.yaml", "", "x/travtus.yaml"})
    void hasNothingElse(String name) {
        var answer = Http.get("/docs/openapi/" + name).send();

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.mediaType()).isEqualTo("application/problem+json");
    }

    @Test
    void isOnlyRead() {
        assertThat(Http.post(TRAVTUS).json("{}").send().status()).isEqualTo(404);
    }

    private static Answer withTag(String tag) {
        return Http.get(TRAVTUS).header("If-None-Match", tag).send();
    }
}
