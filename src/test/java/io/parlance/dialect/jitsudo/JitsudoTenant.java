package io.parlance.dialect.jitsudo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.parlance.it.Admin;
import io.parlance.it.Answer;
import io.parlance.it.Http;
import java.util.ArrayList;
import java.util.List;

/** A fresh tenant with an access request that Ada made, and clients for it. */
record JitsudoTenant(Admin.Tenant tenant, String application, String adaId, String accessRequest, String key) {
    static final String ADA = "ada@example.org";

    static JitsudoTenant provision() {
        var tenant = Admin.tenant();
        var application = tenant.application("{}");
        var ada = tenant.user(ADA, "[]").path("id").asText();
        return new JitsudoTenant(tenant, application, ada, request(tenant, ada), key(tenant, application));
    }

    String id() {
        return tenant.id();
    }

    /** Another access request, made by this person (id or e-mail address). */
    String requestBy(String requesterId) {
        return request(tenant, requesterId);
    }

    /** The answer to the issue of a key that acts as this. */
    JsonNode issueKey(String actorType) {
        return tenant.credential(application, "{\"kind\":\"api-key\",\"actorType\":\"%s\"}".formatted(actorType));
    }

    /** The answer to the issue of a person's token; kind {@code jwt} or {@code bearer}. */
    JsonNode issueToken(String userId, String kind) {
        return Admin.create(tenant.path("/users/" + userId + "/tokens"), "{\"kind\":\"%s\"}".formatted(kind));
    }

    String token(String userId, String kind) {
        return issueToken(userId, kind).path("token").asText();
    }

    void revoke(JsonNode issued) {
        Admin.call("DELETE", tenant.path("/credentials/" + issued.path("id").asText()), "");
    }

    /** A POST to the access request with the tenant header, without credential and body. */
    Http post() {
        return postTo(accessRequest);
    }

    Http postTo(String requestId) {
        return Http.post("/v1/requests/" + requestId + "/messages").header("X-Tenant-ID", id());
    }

    /** A request to this path below /v1 with the tenant header, without credential and body. */
    Http call(String method, String path) {
        return Http.request(method, "/v1" + path).header("X-Tenant-ID", id());
    }

    /** The same with the API key. */
    Http withKey(String method, String path) {
        return call(method, path).header("X-API-Key", key);
    }

    /** A token of a new person in these groups, a JSON array. */
    String person(String name, String userGroups) {
        return token(tenant.user(name + "@example.org", userGroups).path("id").asText(), "jwt");
    }

    /** Asks for an access with the API key; the members after the action begin with a comma. */
    JsonNode ask(String moreMembers) {
        var answer = withKey("POST", "/requests").json(wish(moreMembers)).send();
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    static String wish(String moreMembers) {
        return "{\"resource\":{\"type\":\"aws_account\",\"id\":\"123456789012\"},\"action\":\"assume\"%s}"
                .formatted(moreMembers);
    }

    /** The messages of an access request, oldest first. */
    JsonNode messages(String requestId) {
        return withKey("GET", "/requests/" + requestId + "/messages")
                .send()
                .json()
                .path("data");
    }

    /** The entries of the audit log, newest first. */
    List<JsonNode> audit(String query) {
        var entries = new ArrayList<JsonNode>();
        withKey("GET", "/audit-log" + query).send().json().path("data").forEach(entries::add);
        return entries;
    }

    /** Posts with the API key. */
    Answer say(String body) {
        return post().header("X-API-Key", key).json(body).send();
    }

    private static String request(Admin.Tenant tenant, String requesterId) {
        return tenant.thread("{\"dialect\":\"jitsudo\",\"requesterId\":\"%s\"}".formatted(requesterId))
                .path("id")
                .asText();
    }

    private static String key(Admin.Tenant tenant, String application) {
        return tenant.credential(application, "{\"kind\":\"api-key\"}")
                .path("token")
                .asText();
    }
}
