package io.parlance.core.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SecretTest {
    private static final int ENOUGH = 1000;

    @ParameterizedTest
    @EnumSource(CredentialKind.class)
    void takesEveryTokenItMakes(CredentialKind kind) {
        for (int i = 0; i < ENOUGH; i++) {
            assertThat(Secret.wellFormed(kind, Secret.random(kind))).isTrue();
        }
    }

    @Test
    void makesOwnTokensOfPrefixRandomPartAndChecksum() {
        assertThat(Secret.random(CredentialKind.API_KEY)).matches("plk_[0-9a-z]{45}");
    }

    @Test
    void makesVendorTokensInTheVendorsShape() {
        assertThat(Secret.random(CredentialKind.CLIENT_TOKEN)).matches("[0-9A-F]{32}-[0-9A-F]{31}");
    }

    @Test
    void neverRepeatsItself() {
        var seen = new HashSet<String>();
        for (int i = 0; i < ENOUGH; i++) {
            assertThat(seen.add(Secret.random(CredentialKind.BEARER))).isTrue();
        }
    }

    @Test
    void noticesEveryWrongCharacter() {
        var token = Secret.random(CredentialKind.API_KEY);
        for (int i = 0; i < token.length(); i++) {
            char other = token.charAt(i) == 'x' ? 'y' : 'x';
            assertThat(Secret.wellFormed(
                            CredentialKind.API_KEY, token.substring(0, i) + other + token.substring(i + 1)))
                    .isFalse();
        }
    }

    @Test
    void refusesATokenOfAnotherKind() {
        assertThat(Secret.wellFormed(CredentialKind.API_KEY, Secret.random(CredentialKind.BEARER)))
                .isFalse();
    }

    @Test
    void refusesWhatIsTooShortTooLongOrInCapitals() {
        var token = Secret.random(CredentialKind.BEARER);
        assertThat(Secret.wellFormed(CredentialKind.BEARER, "")).isFalse();
        assertThat(Secret.wellFormed(CredentialKind.BEARER, "plb_")).isFalse();
        assertThat(Secret.wellFormed(CredentialKind.BEARER, token.substring(1))).isFalse();
        assertThat(Secret.wellFormed(CredentialKind.BEARER, token + "0")).isFalse();
        assertThat(Secret.wellFormed(CredentialKind.BEARER, token.toUpperCase(java.util.Locale.ROOT)))
                .isFalse();
    }

    @Test
    void givesAKnownPhraseAlwaysTheSameSecret() {
        assertThat(Secret.wellKnown(CredentialKind.API_KEY, "demo jitsudo"))
                .isEqualTo(Secret.wellKnown(CredentialKind.API_KEY, "demo jitsudo"))
                .isNotEqualTo(Secret.wellKnown(CredentialKind.API_KEY, "demo travtus"))
                .satisfies(secret -> assertThat(Secret.wellFormed(CredentialKind.API_KEY, secret))
                        .isTrue());
    }
}
