package io.parlance.dialect.travtus;

import io.parlance.it.Admin;
import io.parlance.it.Http;

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
