package io.parlance.dialect.jitsudo;

import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.core.access.CredentialKind;
import io.parlance.core.access.Presented;
import io.parlance.core.access.Secret;
import io.parlance.core.dialect.Headers;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JitsudoDialectTest {
    private static final String KEY = Secret.random(CredentialKind.API_KEY);

    private final JitsudoDialect dialect = new JitsudoDialect();

    @Test
    void findsAnApiKey() {
        assertThat(credential(Map.of("X-API-Key", KEY)))
                .isEqualTo(new Presented.Token(KEY, Set.of(CredentialKind.API_KEY)));
    }

    @Test
    void takesAnyOtherKeyForAnInstallationWideOne() {
        assertThat(credential(Map.of("X-API-Key", "plk_1")))
                .isEqualTo(new Presented.Token("plk_1", Set.of(CredentialKind.ADMIN)));
    }

    @Test
    void prefersTheApiKeyToABearerToken() {
        assertThat(credential(Map.of("Authorization", "Bearer a.b.c", "x-api-key", KEY)))
                .isEqualTo(new Presented.Token(KEY, Set.of(CredentialKind.API_KEY)));
    }

    @Test
    void overlooksAnEmptyApiKey() {
        assertThat(credential(Map.of("Authorization", "Bearer a.b.c", "X-API-Key", " ")))
                .isEqualTo(new Presented.SignedToken("a.b.c"));
    }

    @Test
    void takesABearerTokenWithTwoDotsForAJwt() {
        assertThat(credential(Map.of("Authorization", "bearer a.b.c"))).isEqualTo(new Presented.SignedToken("a.b.c"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"plu_1", "a.b", "a.b.c.d"})
    void takesAnyOtherBearerTokenForAnOpaqueOneOfAPerson(String token) {
        assertThat(credential(Map.of("Authorization", "Bearer " + token)))
                .isEqualTo(new Presented.Token(token, Set.of(CredentialKind.USER_BEARER)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic YTpi", "Bearer", "Bearer ", "plk_1"})
    void findsNoCredentialInOtherSchemes(String header) {
        assertThat(credential(Map.of("Authorization", header))).isEqualTo(new Presented.None());
    }

    @ParameterizedTest
    @CsvSource({
        "/v1, true",
        "/v1/, true",
        "/v1/requests, true",
        "/v1/x/y, true",
        "/v10, false",
        "/, false",
        "/V1, false"
    })
    void servesItsPrefixAndWhatIsBelow(String path, boolean served) {
        assertThat(dialect.serves(path)).isEqualTo(served);
    }

    private Presented credential(Map<String, String> sent) {
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(sent);
        Headers reader = headers::get;
        return dialect.credential(reader);
    }
}
