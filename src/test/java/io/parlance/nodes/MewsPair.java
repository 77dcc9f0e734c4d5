package io.parlance.nodes;

import io.parlance.it.Admin;
import io.parlance.it.Answer;
import io.parlance.it.Http;
import java.net.URI;

/** The two tokens of a Mews client, and a thread of its own. */
record MewsPair(String clientToken, String accessToken, String thread) {
    MewsPair(Admin.Tenant tenant, String application) {
        this(tenant, application, tenant.group("Hotel", "").path("id").asText());
    }

    private MewsPair(Admin.Tenant tenant, String application, String group) {
        this(
                token(tenant, application, "{\"kind\":\"client-token\"}"),
                token(tenant, application, "{\"kind\":\"access-token\",\"groups\":[\"" + group + "\"]}"),
                tenant.thread("{\"dialect\":\"mews\",\"applicationId\":\"%s\",\"groupId\":\"%s\",\"subject\":\"S\"}"
                                .formatted(application, group))
                        .path("id")
                        .asText());
    }

    private static String token(Admin.Tenant tenant, String application, String body) {
        return tenant.credential(application, body).path("token").asText();
    }

    Answer add(URI node) {
        return request("/messages/add", ",\"Messages\":[{\"Text\":\"T\",\"MessageThreadId\":\"%s\"}]".formatted(thread))
                .to(node)
                .send();
    }

    Answer messages(URI node) {
        return request(
                        "/messages/getAll",
                        ",\"MessageThreadIds\":[\"%s\"],\"Limitation\":{\"Count\":1,\"Cursor\":null}".formatted(thread))
                .to(node)
                .send();
    }

    Http request(String operation, String members) {
        return Http.post("/api/connector/v1" + operation)
                .json("{\"ClientToken\":\"%s\",\"AccessToken\":\"%s\",\"Client\":\"Two nodes 1.0.0\"%s}"
                        .formatted(clientToken, accessToken, members));
    }
}
