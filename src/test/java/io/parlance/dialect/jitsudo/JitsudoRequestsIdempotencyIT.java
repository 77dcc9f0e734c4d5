package io.parlance.dialect.jitsudo;

import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.it.Admin;
import io.parlance.it.Answer;
import io.parlance.it.Http;
import io.parlance.it.IdempotentOperation;
import org.junit.jupiter.api.Test;

/** The same promises where access requests are made, and where they are answered. */
class JitsudoRequestsIdempotencyIT implements IdempotentOperation {
    private final JitsudoTenant jitsudo = JitsudoTenant.provision();

    @Override
    public Admin.Tenant tenant() {
        return jitsudo.tenant();
    }

    @Override
    public Http operation(String text) {
        return ask(jitsudo.key(), text);
    }

    @Override
    public Http operationOfAnother(String text) {
        var other = tenant().application("{}");
        return ask(
                tenant().credential(other, "{\"kind\":\"api-key\"}")
                        .path("token")
                        .asText(),
                text);
    }

    @Override
    public Http refused() {
        return jitsudo.withKey("POST", "/requests").json("{}");
    }

    @Override
    public void assertReused(Answer answer) {
        assertInvalid(answer, "The Idempotency-Key was used with another request.");
    }

    @Override
    public void assertMalformed(Answer answer) {
        assertInvalid(answer, "Idempotency-Key must be one text of 1 to 255 printable ASCII characters.");
    }

    /** Access requests for this reason. */
    @Override
    public long stored(String text) {
        return jitsudo
                .withKey("GET", "/requests?limit=250")
                .send()
                .json()
                .path("data")
                .findValuesAsText("reason")
                .stream()
                .filter(text::equals)
                .count();
    }

    @Test
    void answersADecisionAgainInsteadOfRefusingTheSecondOne() {
        var approver = jitsudo.person("grace", "[\"approvers\"]");
        var id = jitsudo.ask("").path("id").asText();
        var first = approve(approver, id, "one");
        var again = approve(approver, id, "one");

        assertThat(first.status()).as(first.body()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header(REPLAYED)).isEqualTo("true");
        assertThat(jitsudo.messages(id)).hasSize(1);
        assertThat(approve(approver, id, "two").status()).isIn(400, 403);
    }

    @Test
    void keepsARefusalInTheLogAlthoughItsTransactionIsRolledBack() {
        var id = jitsudo.ask("").path("id").asText();
        var refused = approve(jitsudo.person("ben", "[]"), id, "refused");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(jitsudo.audit("?action=request.refused&resource_id=" + id)).hasSize(1);
    }

    private Answer approve(String token, String id, String key) {
        return jitsudo.call("POST", "/requests/" + id + "/approve")
                .bearer(token)
                .header(KEY, key)
                .send();
    }

    private static void assertInvalid(Answer answer, String message) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("code").asText()).isEqualTo("invalid_input");
        assertThat(answer.json().path("message").asText()).isEqualTo(message);
    }

    private Http ask(String key, String reason) {
        return jitsudo.call("POST", "/requests")
                .header("X-API-Key", key)
                .json(JitsudoTenant.wish(",\"reason\":\"" + reason + "\""));
    }
}
