package io.parlance.dialect.travtus;

import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.it.Admin;
import io.parlance.it.Answer;
import io.parlance.it.Http;
import org.junit.jupiter.api.Test;

class TravtusIdempotencyIT implements TravtusIdempotentOperation {
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

    @Test
    void opensNoThreadForAnotherRequestUnderTheSameKey() {
        assertThat(sms("one").status()).isEqualTo(200);

        assertReused(sms("two"));

        var threads = Admin.get(tenant.path("/threads")).json().path("items");
        assertThat(threads.findValuesAsText("conversation_id")).containsExactly("one");
    }

    private Answer sms(String conversation) {
        return Http.post("/messages/")
                .bearer(token)
                .header("Idempotency-Key", "k")
                .json(
                        """
                        {"group_id": "%s", "channel": "sms",
                         "sms": {"message_id": "m", "text": "t", "created_datetime": "2023-01-01T00:00:00",
                                 "phone_number": "+1", "conversation_id": "%s"}}"""
                                .formatted(group, conversation))
                .send();
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
