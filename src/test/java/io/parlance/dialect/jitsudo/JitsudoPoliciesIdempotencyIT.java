package io.parlance.dialect.jitsudo;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.it.Answer;
import io.parlance.it.Http;
import org.junit.jupiter.api.Test;

class JitsudoPoliciesIdempotencyIT implements JitsudoIdempotentOperation {
    private final JitsudoTenant jitsudo = JitsudoTenant.provision();

    @Override
    public JitsudoTenant jitsudo() {
        return jitsudo;
    }

    @Override
    public Http refused() {
        return jitsudo.withKey("POST", "/policies").json("{}");
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

    @Override
    public Http operation(String key, String name) {
        return jitsudo.call("POST", "/policies")
                .header("X-API-Key", key)
                .json("{\"name\": \"%s\", \"max_duration_seconds\": 60}".formatted(name));
    }
}
