package io.parlance.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SecretsTest {
    @Test
    void areKnownByTheMembersAndHeadersThatCarryThem() {
        Secrets.noteBody("{\"clientSecret\": \"secret-of-a-client\", \"name\": \"no-secret-at-all\"}");
        Secrets.noteBody("grant_type=code&refresh_token=token+with+spaces");
        Secrets.noteHeader("authorization", "bearer token-of-a-header");

        assertThat(Secrets.known())
                .contains("secret-of-a-client", "token+with+spaces", "token-of-a-header")
                .doesNotContain("no-secret-at-all");
        assertThat(SecretsStayOutOfLogs.secretsIn("a line {\"message\":\"secret-of-a-client\"} token+with+spaces"))
                .contains("secret-of-a-client", "token+with+spaces");
    }
}
