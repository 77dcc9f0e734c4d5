package io.parlance.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.it.Admin;
import io.parlance.it.AdminClient;
import io.parlance.it.Http;
import io.parlance.it.TestServer;
import java.net.URI;

/**
 * A message of each of two dialects, to a server that scripts have installed. Their credentials go different ways to the realm:
 * one comes in a header, the others in the body.
 */
final class FirstMessages {
    private FirstMessages() {}

    /** Sends them to a fresh tenant, and fails unless both are stored. */
    static void send(URI base) {
        var tenant = new AdminClient(base, TestServer.adminToken()).tenant();
        var group = tenant.group("House", "").path("id").asText();
        var application = tenant.application("{}");

        var review = Http.post("/messages/")
                .to(base)
                .bearer(token(tenant, application, "{\"kind\":\"bearer\"}"))
                .json(
                        """
                        {"group_id":"%s","channel":"review","review":{"source":"google","review_id":"1","comment":"Good"}}"""
                                .formatted(group))
                .send();
        assertThat(review.status()).as(review.body()).isEqualTo(200);

        var added = Http.post("/api/connector/v1/messages/add")
                .to(base)
                .json(message(tenant, application, group))
                .send();
        assertThat(added.status()).as(added.body()).isEqualTo(200);
        assertThat(tenant.messages()).hasSize(2);
    }

    private static String message(Admin.Tenant tenant, String application, String group) {
        var thread = tenant.thread(
                """
                {"dialect":"mews","applicationId":"%s","groupId":"%s","subject":"Breakfast"}"""
                        .formatted(application, group));
        return """
                {"ClientToken":"%s","AccessToken":"%s","Client":"Test 1.0",
                "Messages":[{"MessageThreadId":"%s","Text":"At nine?"}]}"""
                .formatted(
                        token(tenant, application, "{\"kind\":\"client-token\"}"),
                        token(tenant, application, "{\"kind\":\"access-token\",\"groups\":[\"%s\"]}".formatted(group)),
                        thread.path("id").asText());
    }

    private static String token(Admin.Tenant tenant, String application, String credential) {
        return tenant.credential(application, credential).path("token").asText();
    }
}
