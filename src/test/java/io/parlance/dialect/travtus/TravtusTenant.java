package io.parlance.dialect.travtus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.parlance.it.Admin;
import io.parlance.it.Answer;
import io.parlance.it.Http;
import java.util.stream.IntStream;

/** A fresh tenant with one application, its bearer token, and a group. */
final class TravtusTenant {
    final Admin.Tenant tenant = Admin.tenant();
    final String application;
    final String token;
    final String group;

    TravtusTenant() {
        this("{}");
    }

    TravtusTenant(String settings) {
        application = tenant.application(settings);
        token = bearer("");
        group = group("G", "");
    }

    /** A bearer token; the further members begin with a comma. */
    String bearer(String moreMembers) {
        return tenant.credential(application, "{\"kind\":\"bearer\"" + moreMembers + "}")
                .path("token")
                .asText();
    }

    String group(String name, String moreMembers) {
        return tenant.group(name, moreMembers).path("id").asText();
    }

    /** Sends a message to the group; the members are those behind {@code group_id}. */
    Answer message(String members) {
        return messageTo(group, members);
    }

    Answer messageTo(String groupId, String members) {
        return send("{\"group_id\":\"%s\",%s}".formatted(groupId, members));
    }

    Answer send(String body) {
        return Http.post("/messages/").bearer(token).json(body).send();
    }

    /** A request to {@code /communities/}. */
    Http communities(String method) {
        return communities(method, "");
    }

    Http communities(String method, String query) {
        return communities(method, query, token);
    }

    Http communities(String method, String query, String bearer) {
        return Http.request(method, "/communities/" + query).bearer(bearer);
    }

    /** The one stored message with this outside id. */
    JsonNode stored(String externalId) {
        var messages = tenant.messages();
        return IntStream.range(0, messages.size())
                .mapToObj(messages::get)
                .filter(message -> message.path("externalId").asText().equals(externalId))
                .findFirst()
                .orElseThrow(() -> new AssertionError("not stored: " + externalId));
    }

    static void assertAccepted(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).matches("\\{\"request_id\":\"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\"}");
    }

    static void assertError(Answer answer, int status, String type, String message) {
        assertThat(answer.body())
                .isEqualTo("{\"error\":{\"type\":\"%s\",\"message\":\"%s\"}}".formatted(type, message));
        assertThat(answer.status()).isEqualTo(status);
    }
}
