package io.parlance.dialect.highq;

import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.core.access.CredentialKind;
import io.parlance.core.access.Presented;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HighqDialectTest {
    private final HighqDialect dialect = new HighqDialect();

    @ParameterizedTest
    @ValueSource(strings = {"/api/4", "/api/4/", "/api/1/conversations", "/api/12/conversations/", "/api/4/a/b"})
    void servesNumberedVersions(String path) {
        assertThat(dialect.serves(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api",
                "/api/",
                "/api/foo",
                "/api/4x/a",
                "/api/v4/a",
                "/api/connector/v1",
                "/x/api/4/a",
                "/api/٤/a"
            })
    void leavesOtherPathsAlone(String path) {
        assertThat(dialect.serves(path)).isFalse();
    }

    @Test
    void servesItsOwnHome() {
        assertThat(dialect.serves(dialect.home())).isTrue();
    }

    @Test
    void tellsOpaqueTokensFromSignedOnes() {
        var opaque = Set.of(CredentialKind.USER_BEARER, CredentialKind.PERSON_TOKEN);
        assertThat(dialect.credential(name -> "Bearer plu_abc")).isEqualTo(new Presented.Token("plu_abc", opaque));
        assertThat(dialect.credential(name -> "bearer a.b.c")).isEqualTo(new Presented.SignedToken("a.b.c"));
        assertThat(dialect.credential(name -> "Basic YTpi")).isEqualTo(new Presented.None());
        assertThat(dialect.credential(name -> null)).isEqualTo(new Presented.None());
    }
}
