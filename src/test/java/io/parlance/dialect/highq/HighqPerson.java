package io.parlance.dialect.highq;

import static io.parlance.dialect.highq.HighqTenant.message;
import static io.parlance.dialect.highq.HighqTenant.user;
import static io.parlance.dialect.highq.HighqTenant.xmlBody;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.parlance.it.Answer;
import io.parlance.it.Http;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Somebody who reads and writes conversations, and asks for JSON. */
record HighqPerson(HighqTenant.Person person, String token) {
    static HighqPerson of(HighqTenant tenant, HighqTenant.Person person) {
        return new HighqPerson(person, tenant.admin().userToken(person.id(), "bearer"));
    }

    static HighqPerson create(HighqTenant tenant, String name) {
        return of(tenant, HighqTenant.person(tenant.admin(), name));
    }

    Http request(String method, String below) {
        return Http.request(method, "/api/4/" + below).bearer(token).header("Accept", HighqTenant.JSON);
    }

    /** Opens a conversation with others and answers its number. */
    long open(String html, HighqPerson... others) {
        var users = new StringBuilder();
        for (var other : others) {
            users.append(user(other.person.number()));
        }
        return written(request("POST", "conversations/")
                        .xml(xmlBody(users.toString(), message(html)))
                        .send())
                .path("conversationid")
                .asLong();
    }

    /** Writes to a conversation and answers the message's number. */
    long reply(long conversation, String html) {
        return written(request("POST", "conversations/" + conversation + "/messages")
                        .xml(message(html))
                        .send())
                .path("messages")
                .path("message")
                .path(0)
                .path("messageid")
                .asLong();
    }

    void update(long conversation, String action) {
        var answer = request("PUT", "conversations/" + conversation + "?action=" + action)
                .send();
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
    }

    JsonNode show(long conversation) {
        return read("conversations/" + conversation + "/messages");
    }

    /** The texts of a conversation's messages. */
    List<String> texts(long conversation) {
        var texts = new ArrayList<String>();
        show(conversation)
                .path("messages")
                .path("message")
                .forEach(message -> texts.add(message.path("text").asText()));
        return texts;
    }

    /** The numbers of the conversations that a list with this query has. */
    List<Long> list(String query) {
        var numbers = new ArrayList<Long>();
        read("conversations?" + query)
                .path("conversation")
                .forEach(conversation ->
                        numbers.add(conversation.path("conversationid").asLong()));
        return numbers;
    }

    List<Long> search(String text) {
        return list("searchtext=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
    }

    JsonNode read(String below) {
        var answer = request("GET", below).send();
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static JsonNode written(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }
}
