package io.parlance.dialect.jitsudo;

import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.it.Admin;
import io.parlance.it.Answer;
import io.parlance.it.Http;
import io.parlance.it.IdempotentOperation;

class JitsudoIdempotencyIT implements IdempotentOperation {
    private final JitsudoTenant jitsudo = JitsudoTenant.provision();

    @Override
    public Admin.Tenant tenant() {
        return jitsudo.tenant();
    }

    @Override
    public Http operation(String text) {
        return say(jitsudo.key(), text);
    }

    @Override
    public Http operationOfAnother(String text) {
        var other = tenant().application("{}");
        return say(
                tenant().credential(other, "{\"kind\":\"api-key\"}")
                        .path("token")
                        .asText(),
                text);
    }

    @Override
    public Http refused() {
        return jitsudo.post().header("X-API-Key", jitsudo.key()).json("{}");
    }

    @Override
    public void assertReused(Answer answer) {
        assertInvalid(answer, "The Idempotency-Key was used with another request.");
    }

    @Override
    public void assertMalformed(Answer answer) {
        assertInvalid(answer, "Idempotency-Key must be one text of 1 to 255 printable ASCII characters.");
    }

    private static void assertInvalid(Answer answer, String message) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("code").asText()).isEqualTo("invalid_input");
        assertThat(answer.json().path("message").asText()).isEqualTo(message);
    }

    private Http say(String key, String text) {
        return jitsudo.post().header("X-API-Key", key).json("{\"content\":\"" + text + "\"}");
    }
}
