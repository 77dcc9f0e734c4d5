package io.parlance.dialect.highq;

import static io.parlance.dialect.highq.HighqTenant.message;
import static io.parlance.dialect.highq.HighqTenant.user;
import static io.parlance.dialect.highq.HighqTenant.xmlBody;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.parlance.it.Answer;
import io.parlance.it.Http;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code POST /api/{version}/conversations/}, its successes, by HTTP against the real server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("smoke")
class HighqNewConversationIT {
    private HighqTenant tenant;

    @BeforeAll
    void provision() {
        tenant = HighqTenant.create();
    }

    @Test
    void answersXmlToXmlAndStoresTheConversation() {
        var answer = tenant.post()
                .xml(xmlBody(
                        user(tenant.first().number()) + user(tenant.second().number()), message("<p>Hello ☂ & co</p>")))
                .send();

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.header("Content-Type")).isEqualToIgnoringCase("application/xml;charset=UTF-8");
        assertThat(answer.body())
                .matches("<[?]xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"[?]><conversation>"
                        + "<conversationid>[0-9]+</conversationid><messages><message><messageid>[0-9]+</messageid>"
                        + "</message></messages></conversation>");
        long conversation = number(answer.body(), "conversationid");
        assertThatJson(tenant.message(number(answer.body(), "messageid")))
                .isObject()
                .containsEntry("dialect", "highq")
                .containsEntry("text", "<p>Hello ☂ & co</p>")
                .containsEntry("contentType", "text/html")
                .containsEntry(
                        "threadId", tenant.thread(conversation).path("id").asText());
        assertThat(tenant.participants(conversation))
                .isEqualTo(Set.of(
                        tenant.sender().id(),
                        tenant.first().id(),
                        tenant.second().id()));
    }

    @Test
    void answersJsonToJson() {
        var answer = tenant.json(
                """
                {"recipients": {"users": {"user": [{"userid": %d}]}}, "messages": {"message": [{"html": "<p>Hi</p>"}]}}"""
                        .formatted(tenant.first().number()));

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.mediaType()).isEqualTo("application/json");
        assertThatJson(answer.body())
                .isEqualTo(
                        """
                        {"conversationid": "${json-unit.any-number}",
                         "messages": {"message": [{"messageid": "${json-unit.any-number}"}]}}""");
        var stored = tenant.message(messageIds(answer).get(0));
        assertThat(stored.path("text").asText()).isEqualTo("<p>Hi</p>");
        assertThat(stored.path("author").path("userId").asText())
                .isEqualTo(tenant.sender().id());
    }

    @Test
    void takesBareObjectsDigitsAndARootKey() {
        var answer = tenant.json(
                """
                {"conversation": {"recipients": {"users": {"user": {"userid": "%d"}}},
                 "messages": {"message": {"html": "bare"}}}}"""
                        .formatted(tenant.first().number()));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, application/xml",
                "*/*, application/xml",
                "application/xml, application/xml",
                "text/xml, text/xml",
                "application/json, application/json",
                "'application/json, text/plain, */*', application/json",
                "'application/xml;q=0.9, application/json;q=0.8', application/xml",
                "'nonsense, application/json', application/json",
                "'text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2', application/xml",
            })
    void negotiatesTheFormOfTheAnswer(String accept, String type) {
        var request = tenant.post().xml(tenant.xmlTo(tenant.first(), "negotiated"));
        var answer = accept == null
                ? request.send()
                : request.header("Accept", accept).send();
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.mediaType()).isEqualTo(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/xml", "text/xml", "application/xml; charset=utf-8", "TEXT/XML"})
    void takesXmlByAnyOfItsTypes(String type) {
        var body = tenant.xmlTo(tenant.first(), "typed é");
        assertThat(tenant.post().header("Content-Type", type).body(body).send().status())
                .isEqualTo(201);
    }

    @Test
    void looksAtABodyWithoutAType() {
        var xml = tenant.xmlTo(tenant.first(), "sniffed");
        assertThat(tenant.post().body("\n " + xml).send().status()).isEqualTo(201);
        var json =
                "{\"recipients\":{\"users\":{\"user\":{\"userid\":%d}}},\"messages\":{\"message\":{\"html\":\"s\"}}}";
        assertThat(tenant.post()
                        .body(json.formatted(tenant.first().number()))
                        .send()
                        .status())
                .isEqualTo(201);
    }

    @Test
    void takesTheTransportsCharsetOverTheDocuments() {
        var body = "<?xml version=\"1.0\" encoding=\"utf-16\"?>" + tenant.xmlTo(tenant.first(), "from é .NET");
        var answer = tenant.post()
                .header("Content-Type", "application/xml; charset=utf-8")
                .header("Accept", HighqTenant.JSON)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .send();
        assertThat(tenant.message(messageIds(answer).get(0)).path("text").asText())
                .isEqualTo("from é .NET");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/4/conversations", "/api/4/conversations/", "/api/5/conversations/", "/api/12/conversations"
            })
    void servesEveryVersionFromFourWithAndWithoutTheSlash(String path) {
        var answer =
                tenant.post(path).xml(tenant.xmlTo(tenant.first(), "versions")).send();
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }

    @Test
    void takesASignedTokenOfAPerson() {
        var jwt = tenant.admin().userToken(tenant.sender().id(), "jwt");
        var answer = Http.post(HighqTenant.PATH)
                .bearer(jwt)
                .xml(tenant.xmlTo(tenant.first(), "signed"))
                .send();
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }

    @Test
    void storesSeveralMessagesInOrder() {
        var answer = tenant.xml(
                user(tenant.first().number()),
                message("one") + message("two") + "<message><text>3 &lt; 4</text></message>");

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(messageIds(answer))
                .isSorted()
                .extracting(id -> tenant.message(id).path("text").asText())
                .containsExactly("one", "two", "3 &lt; 4");
    }

    @Test
    void opensANewConversationForTheSamePeople() {
        var request = tenant.xmlTo(tenant.first(), "again");
        long one = number(tenant.post().xml(request).send().body(), "conversationid");
        long two = number(tenant.post().xml(request).send().body(), "conversationid");
        assertThat(one).isNotEqualTo(two);
    }

    @Test
    void collapsesDuplicatesAndAddsTheSender() {
        var twice = user(tenant.first().number())
                + user(tenant.first().number())
                + user(tenant.sender().number());
        var answer = tenant.xml(twice, message("duplicates"));
        assertThat(tenant.participants(answer.json().path("conversationid").asLong()))
                .isEqualTo(Set.of(tenant.sender().id(), tenant.first().id()));
    }

    private static List<Long> messageIds(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        var ids = new ArrayList<Long>();
        for (JsonNode message : answer.json().path("messages").path("message")) {
            ids.add(message.path("messageid").asLong());
        }
        return ids;
    }

    private static long number(String xml, String element) {
        return Long.parseLong(xml.replaceFirst("(?s).*<" + element + ">([0-9]+)<.*", "$1"));
    }
}
