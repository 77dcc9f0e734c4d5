package io.parlance.dialect.jitsudo;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.it.Admin;
import io.parlance.it.Answer;
import io.parlance.it.Http;
import io.parlance.it.IdempotentOperation;
import org.junit.jupiter.api.Test;

class JitsudoPoliciesIdempotencyIT implements IdempotentOperation {
    private final JitsudoTenant jitsudo = JitsudoTenant.provision();

    @Override
    public Admin.Tenant tenant() {
        return jitsudo.tenant();
    }

    @Override
    public Http operation(String text) {
        return make(jitsudo.key(), text);
    }

    @Override
    public Http operationOfAnother(String text) {
        var other = tenant().application("{}");
        return make(
                tenant().credential(other, "{\"kind\":\"api-key\"}")
                        .path("token")
                        .asText(),
                text);
    }

    @Override
    public Http refused() {
        return jitsudo.withKey("POST", "/policies").json("{}");
    }

    @Override
    public void assertReused(Answer answer) {
        assertInvalid(answer, "The Idempotency-Key was used with another request.");
    }

    @Override
    public void assertMalformed(Answer answer) {
        assertInvalid(answer, "Idempotency-Key must be one text of 1 to 255 printable ASCII characters.");
    }

    /** Policies of this name. */
    @Override
    public long stored(String text) {
        return jitsudo
                .withKey("GET", "/policies?limit=250")
                .send()
                .json()
                .path("data")
                .findValuesAsText("name")
                .stream()
                .filter(text::equals)
                .count();
    }

    @Test
    void addsARuleOnce() {
        var policy = operation("rules").send().json().path("id").asText();
        var first = addRule(policy);
        var again = addRule(policy);

        assertThat(first.status()).as(first.body()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThatJson(jitsudo.withKey("GET", "/policies/" + policy).send().body())
                .inPath("rules")
                .isArray()
                .hasSize(1);
    }

    private Answer addRule(String policy) {
        return jitsudo.withKey("POST", "/policies/" + policy + "/rules")
                .header("Idempotency-Key", "rule-1")
                .json("{\"policy_text\": \"permit(principal, action, resource);\"}")
                .send();
    }

    private Http make(String key, String name) {
        return jitsudo.call("POST", "/policies")
                .header("X-API-Key", key)
                .json("{\"name\": \"%s\", \"max_duration_seconds\": 60}".formatted(name));
    }

    private static void assertInvalid(Answer answer, String message) {
        assertThat(answer.status()).isEqualTo(400);
        assertThatJson(answer.body())
                .isEqualTo("{\"code\": \"invalid_input\", \"message\": \"%s\"}".formatted(message));
    }
}
