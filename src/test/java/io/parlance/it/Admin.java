package io.parlance.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;

/** Provisions what a test needs, by the admin API only, as an operator would. */
public final class Admin {
    private static final String API = "/admin/api/v1";

    private Admin() {}

    /** A fresh tenant, so that tests need no order and see nothing of each other. */
    public static Tenant tenant() {
        var slug = "t-" + UUID.randomUUID();
        return new Tenant(create("/tenants", "{\"slug\":\"%s\",\"name\":\"Test\"}".formatted(slug))
                .path("id")
                .asText());
    }

    /** Posts to the admin API and expects 201. */
    public static JsonNode create(String path, String json) {
        var answer = call("POST", path, json);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    public static Answer call(String method, String path, String json) {
        return Http.request(method, API + path)
                .bearer(TestServer.adminToken())
                .json(json)
                .send();
    }

    public static Answer get(String path) {
        return Http.get(API + path).bearer(TestServer.adminToken()).send();
    }

    /** A tenant with shorthands for what tests make in it. */
    public record Tenant(String id) {
        public String path(String below) {
            return "/tenants/" + id + below;
        }

        /** A group; the JSON members after the name may be empty. */
        public JsonNode group(String name, String moreMembers) {
            return create(path("/groups"), "{\"name\":\"%s\"%s}".formatted(name, moreMembers));
        }

        /** An application with these settings, a JSON object. */
        public String application(String settings) {
            return create(path("/applications"), "{\"name\":\"client\",\"settings\":%s}".formatted(settings))
                    .path("id")
                    .asText();
        }

        /** A credential; the body is the whole request. */
        public JsonNode credential(String applicationId, String body) {
            return create(path("/applications/" + applicationId + "/credentials"), body);
        }

        public JsonNode user(String email, String userGroups) {
            return create(
                    path("/users"),
                    "{\"email\":\"%s\",\"firstName\":\"F\",\"lastName\":\"L\",\"userGroups\":%s}"
                            .formatted(email, userGroups));
        }

        /** A token that acts as a person: kind {@code bearer} or {@code jwt}. */
        public String userToken(String userId, String kind) {
            return create(path("/users/" + userId + "/tokens"), "{\"kind\":\"%s\"}".formatted(kind))
                    .path("token")
                    .asText();
        }

        /** A thread; the body is the whole request. */
        public JsonNode thread(String body) {
            return create(path("/threads"), body);
        }

        /** All messages of the tenant, newest first, as the admin API lists them. */
        public JsonNode messages() {
            return get(path("/messages")).json().path("items");
        }
    }
}
