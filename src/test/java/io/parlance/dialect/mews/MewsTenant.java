package io.parlance.dialect.mews;

import com.fasterxml.jackson.databind.JsonNode;
import io.parlance.it.Admin;
import io.parlance.it.Answer;
import io.parlance.it.Http;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/** A fresh tenant with one enterprise, one application, its token pair and a message thread. */
final class MewsTenant {
    static final String ADD = "/api/connector/v1/messages/add";

    final Admin.Tenant tenant = Admin.tenant();
    final String enterprise = enterprise();
    final String application;
    final String clientToken;
    final String accessToken;
    final String thread;

    MewsTenant(String settings) {
        application = tenant.application(settings);
        clientToken = token(application, "{\"kind\":\"client-token\"}");
        accessToken = accessToken(enterprise);
        thread = thread(application, enterprise);
    }

    String enterprise() {
        return tenant.group("Hotel " + UUID.randomUUID(), "").path("id").asText();
    }

    String token(String ofApplication, String body) {
        return tenant.credential(ofApplication, body).path("token").asText();
    }

    String accessToken(String ofEnterprise) {
        return token(application, "{\"kind\":\"access-token\",\"groups\":[\"" + ofEnterprise + "\"]}");
    }

    String thread(String ofApplication, String inEnterprise) {
        return tenant.thread(
                        """
                        {"dialect":"mews","applicationId":"%s","groupId":"%s","subject":"Breakfast"}"""
                                .formatted(ofApplication, inEnterprise))
                .path("id")
                .asText();
    }

    /** Adds items, which are JSON objects with commas between. */
    Answer add(String items) {
        return send(body(clientToken, accessToken, items));
    }

    Answer add(String client, String access) {
        return send(body(client, access, item("text", "1")));
    }

    static Answer send(String body) {
        return Http.post(ADD).json(body).send();
    }

    static String body(String client, String access, String items) {
        return """
                {"ClientToken":"%s","AccessToken":"%s","Client":"Sample Client 1.0.0","Messages":[%s]}"""
                .formatted(client, access, items);
    }

    String item(String text, String identifier) {
        return item(thread, text, identifier);
    }

    static String item(String thread, String text, String identifier) {
        return """
                {"Text":"%s","MessageThreadId":"%s","Identifier":"%s"}"""
                .formatted(text, thread, identifier);
    }

    /** All stored messages in the order of their ids, which is the order in which they were taken in. */
    List<JsonNode> stored() {
        var newestFirst = new ArrayList<JsonNode>();
        var next = "";
        do {
            var page = Admin.get(tenant.path("/messages?dialect=mews&limit=250" + next))
                    .json();
            page.path("items").forEach(newestFirst::add);
            next = page.path("nextCursor").isTextual()
                    ? "&cursor=" + page.path("nextCursor").asText()
                    : "";
        } while (!next.isEmpty());
        Collections.reverse(newestFirst);
        return newestFirst;
    }
}
