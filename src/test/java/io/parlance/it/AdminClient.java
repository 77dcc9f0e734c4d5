package io.parlance.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.UUID;

/**
 * The admin API of one server.
 *
 * @param base where the WAR is served, without a slash at the end
 */
public record AdminClient(URI base, String token) {
    private static final String API = "/admin/api/v1";

    /** A fresh tenant, so that tests need no order and see nothing of each other. */
    public Admin.Tenant tenant() {
        var slug = "t-" + UUID.randomUUID();
        var body = create("/tenants", "{\"slug\":\"%s\",\"name\":\"Test\"}".formatted(slug));
        return new Admin.Tenant(this, body.path("id").asText());
    }

    /** Posts to the admin API and expects 201. */
    public JsonNode create(String path, String json) {
        var answer = call("POST", path, json);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    public Answer call(String method, String path, String json) {
        return request(method, path).json(json).send();
    }

    public Answer get(String path) {
        return request("GET", path).send();
    }

    private Http request(String method, String path) {
        return Http.request(method, API + path).to(base).bearer(token);
    }
}
