package io.parlance.dialect.jitsudo;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.it.Answer;
import io.parlance.rest.Json;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What rules may not be, although the engine itself would take it or stumble over it. */
class JitsudoPolicyLimitsIT {
    private final JitsudoTenant jitsudo = JitsudoTenant.provision();
    private final String policy = post("/policies", Map.of("name", "limits", "max_duration_seconds", 60))
            .json()
            .path("id")
            .asText();

    @Test
    void boundsTheTextsOfATenant() {
        var text = "permit(principal, action, resource) when { \"%s\" != \"\" };".formatted("x".repeat(16_000));
        for (int i = 0; i < 16; i++) {
            assertThat(rule(Map.of("policy_text", text)).status()).isEqualTo(201);
        }
        var refused = rule(Map.of("policy_text", text));
        assertThat(refused.status()).isEqualTo(400);
        assertThatJson(refused.body())
                .inPath("message")
                .asString()
                .startsWith("the rules of a tenant may have 262144 characters");
        assertThat(rule(Map.of("effect", "permit")).status()).isEqualTo(201);
    }

    @Test
    void leavesRoomBehindTheLastOrdinal() {
        assertThat(rule(Map.of("effect", "permit", "ordinal", Integer.MAX_VALUE))
                        .status())
                .isEqualTo(400);
        assertThat(rule(Map.of("effect", "permit", "ordinal", 1_000_000_000)).status())
                .isEqualTo(201);
        assertThatJson(rule(Map.of("effect", "permit")).body())
                .inPath("ordinal")
                .isEqualTo(1_000_000_001);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "permit(principal, action == Action::\"\\u{110000}\", resource);",
                "permit(principal == User::\"\\0\", action, resource);",
                "@notice(\"\") permit(principal, action, resource);",
                "@notice\u00a0(\"\\0\") permit(principal, action, resource);",
            })
    void tellsThePlaceOfWhatCannotBeStored(String text) {
        var refused = rule(Map.of("policy_text", text, "notice", "x"));
        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThatJson(refused.body()).inPath("details.column").isNumber();
    }

    private Answer rule(Map<String, Object> rule) {
        return post("/policies/" + policy + "/rules", rule);
    }

    private Answer post(String path, Map<String, Object> body) {
        return jitsudo.withKey("POST", path)
                .json(Json.write(body))
                .undocumented()
                .send();
    }
}
