package io.parlance.it;

import com.fasterxml.jackson.databind.JsonNode;

/** Provisions what a test needs, by the admin API of the server under test only, as an operator would. */
public final class Admin {
    private Admin() {}

    private static AdminClient client() {
        return new AdminClient(TestServer.baseUri(), TestServer.adminToken());
    }

    /** A fresh tenant, so that tests need no order and see nothing of each other. */
    public static Tenant tenant() {
        return client().tenant();
    }

    /** Posts to the admin API and expects 201. */
    public static JsonNode create(String path, String json) {
        return client().create(path, json);
    }

    public static Answer call(String method, String path, String json) {
        return client().call(method, path, json);
    }

    public static Answer get(String path) {
        return client().get(path);
    }

    /** A tenant with shorthands for what tests make in it. */
    public record Tenant(AdminClient admin, String id) {
        public String path(String below) {
            return "/tenants/" + id + below;
        }

        /** A group; the JSON members after the name may be empty. */
        public JsonNode group(String name, String moreMembers) {
            return admin.create(path("/groups"), "{\"name\":\"%s\"%s}".formatted(name, moreMembers));
        }

        /** An application with these settings, a JSON object. */
        public String application(String settings) {
            return admin.create(path("/applications"), "{\"name\":\"client\",\"settings\":%s}".formatted(settings))
                    .path("id")
                    .asText();
        }

        /** A credential; the body is the whole request. */
        public JsonNode credential(String applicationId, String body) {
            return admin.create(path("/applications/" + applicationId + "/credentials"), body);
        }

        public JsonNode user(String email, String userGroups) {
            return admin.create(
                    path("/users"),
                    "{\"email\":\"%s\",\"firstName\":\"F\",\"lastName\":\"L\",\"userGroups\":%s}"
                            .formatted(email, userGroups));
        }

        /** A token that acts as a person: kind {@code bearer} or {@code jwt}. */
        public String userToken(String userId, String kind) {
            return admin.create(path("/users/" + userId + "/tokens"), "{\"kind\":\"%s\"}".formatted(kind))
                    .path("token")
                    .asText();
        }

        /** A thread; the body is the whole request. */
        public JsonNode thread(String body) {
            return admin.create(path("/threads"), body);
        }

        /** All messages of the tenant, newest first, as the admin API lists them. */
        public JsonNode messages() {
            return admin.get(path("/messages")).json().path("items");
        }
    }
}
