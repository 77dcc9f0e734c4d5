package io.parlance.dialect.jitsudo;

import com.fasterxml.jackson.databind.JsonNode;
import io.parlance.it.Admin;
import io.parlance.it.Answer;
import io.parlance.it.Http;

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
