package io.parlance.admin;

import io.parlance.it.Admin;
import io.parlance.it.Answer;
import io.parlance.it.Http;

/** A tenant's client that posts messages: shows whether its credential opens anything. */
final class MessagesOfATenant {
    final Admin.Tenant tenant;
    final String group;
    final String application;
    final String credential;
    final String token;

    MessagesOfATenant(Admin.Tenant tenant) {
        this.tenant = tenant;
        group = AdminApi.id(tenant.group("G", ""));
        application = tenant.application("{}");
        var issued = tenant.credential(application, "{\"kind\":\"bearer\"}");
        credential = AdminApi.id(issued);
        token = issued.path("token").asText();
    }

    Answer post(String comment) {
        return post(token, comment);
    }

    /** A review whose id is its comment. */
    Answer post(String withToken, String comment) {
        return Http.post("/messages/")
                .bearer(withToken)
                .json(
                        """
                        {"group_id": "%s", "channel": "review", "review": {"review_id": "%s", "comment": "%s"}}"""
                                .formatted(group, comment, comment))
                .send();
    }
}
