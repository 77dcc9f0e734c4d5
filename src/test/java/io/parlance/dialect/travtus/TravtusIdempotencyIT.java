package io.parlance.dialect.travtus;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.it.Admin;
import io.parlance.it.Answer;
import io.parlance.it.Http;
import io.parlance.it.IdempotentOperation;

class TravtusIdempotencyIT implements IdempotentOperation {
    private final Admin.Tenant tenant = Admin.tenant();
    private final String group = tenant.group("G", "").path("id").asText();
    private final String token = token();

    @Override
    public Admin.Tenant tenant() {
        return tenant;
    }

    @Override
    public Http operation(String text) {
        return review(token, text);
    }

    @Override
    public Http operationOfAnother(String text) {
        return review(token(), text);
    }

    @Override
    public Http refused() {
        return Http.post("/messages/").bearer(token).json("{\"channel\":\"review\"}");
    }

    @Override
    public void assertReused(Answer answer) {
        assertThat(answer.status()).isEqualTo(400);
        assertThatJson(answer.body())
                .isEqualTo("{\"non_field_errors\":[\"The Idempotency-Key was used with another request.\"]}");
    }

    @Override
    public void assertMalformed(Answer answer) {
        assertThat(answer.status()).isEqualTo(400);
        assertThatJson(answer.body())
                .isEqualTo("{\"non_field_errors\":[\"Idempotency-Key must be one text of 1 to 255 printable ASCII"
                        + " characters.\"]}");
    }

    private Http review(String bearer, String text) {
        return Http.post("/messages/")
                .bearer(bearer)
                .json(
                        "{\"group_id\":\"%s\",\"channel\":\"review\",\"review\":{\"review_id\":\"%s\",\"comment\":\"%s\"}}"
                                .formatted(group, text, text));
    }

    private String token() {
        return tenant.credential(tenant.application("{}"), "{\"kind\":\"bearer\"}")
                .path("token")
                .asText();
    }
}
