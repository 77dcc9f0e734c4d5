package io.parlance.dialect.mews;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.parlance.it.Admin;
import io.parlance.it.Answer;
import io.parlance.it.Http;
import io.parlance.it.TestServer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A fresh tenant with one enterprise, one application, its token pair and a message thread. */
final class MewsTenant {
    static final String BASE = "/api/connector/v1";
    static final String ADD = BASE + "/messages/add";
    static final String GET_MESSAGES = "/messages/getAll";
    static final String ADD_THREAD = "/messageThreads/add";
    static final String GET_THREADS = "/messageThreads/getAll";

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

    /** Sends a request of this tenant's tokens with these members, which have a comma before each. */
    Answer post(String operation, String members) {
        return request(operation, members).send();
    }

    Http request(String operation, String members) {
        return request(operation, clientToken, accessToken, members);
    }

    static Http request(String operation, String client, String access, String members) {
        return Http.post(BASE + operation)
                .json(
                        """
                        {"ClientToken":"%s","AccessToken":"%s","Client":"Sample Client 1.0.0"%s}"""
                                .formatted(client, access, members));
    }

    /** Makes a thread through the API itself and answers its id. */
    String addThread(String subject) {
        var answer = post(ADD_THREAD, ",\"OriginalSender\":\"Ada Byron\",\"Subject\":\"%s\"".formatted(subject));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().at("/MessageThreads/0/Id").asText();
    }

    /** A page of the messages in these threads, which are ids in quotes with commas between. */
    Answer messages(String threads, String moreMembers, int count) {
        return post(GET_MESSAGES, ",\"MessageThreadIds\":[%s]%s%s".formatted(threads, moreMembers, page(count, null)));
    }

    /** The ids of a whole list, in its order, by pages of so many. */
    List<String> walk(String operation, String list, String members, int count) {
        var ids = new ArrayList<String>();
        String cursor = null;
        do {
            var page = post(operation, members + page(count, cursor)).json();
            page.path(list).forEach(item -> ids.add(item.path("Id").asText()));
            cursor = page.path("Cursor").textValue();
        } while (cursor != null);
        return ids;
    }

    static String interval(String name, String start, String end) {
        return ",\"%s\":{\"StartUtc\":\"%s\",\"EndUtc\":\"%s\"}".formatted(name, start, end);
    }

    /** Changes what is stored of this tenant, which is the only parameter. */
    void sql(String statement) {
        try (var connection = TestServer.connect();
                var prepared = connection.prepareStatement(statement)) {
            prepared.setObject(1, UUID.fromString(tenant.id()));
            prepared.executeUpdate();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    static String page(int count, @Nullable String cursor) {
        return ",\"Limitation\":{\"Count\":%d,\"Cursor\":%s}"
                .formatted(count, cursor == null ? "null" : '"' + cursor + '"');
    }

    static String quoted(String... ids) {
        return Stream.of(ids).map(id -> '"' + id + '"').collect(Collectors.joining(","));
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
