package io.parlance.dialect.highq;

import static io.parlance.dialect.highq.HighqTenant.assertError;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.it.Http;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xmlunit.assertj3.XmlAssert;

/** Replies, lists and reads conversations and marks them, by HTTP against the real server. */
class HighqConversationsIT {
    private HighqTenant tenant;
    private HighqPerson anna;
    private HighqPerson ben;
    private HighqPerson cleo;

    @BeforeEach
    void provision() {
        tenant = HighqTenant.create();
        anna = HighqPerson.of(tenant, tenant.sender());
        ben = HighqPerson.of(tenant, tenant.first());
        cleo = HighqPerson.of(tenant, tenant.second());
    }

    @Test
    void showsAConversationWithItsPeopleAndMessagesOldestFirst() {
        long conversation = anna.open("<p>One</p>", ben);
        long reply = ben.reply(conversation, "<b>Two</b>");

        var shown = anna.request("GET", "conversations/" + conversation + "/messages")
                .send();

        assertThat(shown.status()).isEqualTo(200);
        assertThatJson(shown.body())
                .isEqualTo(
                        """
                        {"conversationid": %1$d,
                         "recipients": {"users": {"user": [%2$s, %3$s]}},
                         "messages": {"message": [
                           {"messageid": "${json-unit.any-number}", "recipients": {"users": {"user": [%2$s]}},
                            "text": "One", "html": "<p>One</p>", "lastsentdatetime": "${json-unit.regex}%5$s"},
                           {"messageid": %4$d, "recipients": {"users": {"user": [%3$s]}},
                            "text": "Two", "html": "<b>Two</b>", "lastsentdatetime": "${json-unit.regex}%5$s"}]}}"""
                                .formatted(
                                        conversation,
                                        json(anna),
                                        json(ben),
                                        reply,
                                        "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}Z"));
    }

    private static String json(HighqPerson person) {
        return """
                {"userid": %1$d, "name": {"firstname": "F", "lastname": "L"},
                 "userlink": "${json-unit.regex}http://[^/]+/api/4/users/%1$d"}"""
                .formatted(person.person().number());
    }

    @Test
    void showsTheSameInXml() {
        long conversation = anna.open("<p>a ]]&gt; b</p>", ben);

        var shown = Http.get("/api/4/conversations/" + conversation + "/messages/")
                .bearer(ben.token())
                .send();

        assertThat(shown.mediaType()).isEqualTo("application/xml");
        assertThat(shown.body())
                .startsWith(
                        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><conversation><conversationid>")
                .contains("<html><![CDATA[<p>a ]]&gt; b</p>]]></html>");
        var xml = XmlAssert.assertThat(shown.body());
        xml.valueByXPath("/conversation/messages/message/html").isEqualTo("<p>a ]]&gt; b</p>");
        xml.valueByXPath("/conversation/messages/message/text").isEqualTo("a ]]> b");
        xml.valueByXPath("count(/conversation/recipients/users/user)").isEqualTo("2");
        xml.valueByXPath("/conversation/messages/message/recipients/users/user/userid")
                .isEqualTo(String.valueOf(anna.person().number()));
    }

    @Test
    void listsConversationsWithTheNewestMessageFirstAndShowsThatMessage() {
        long first = anna.open("first", ben);
        long second = anna.open("second", ben);
        ben.reply(first, "again");

        var list = anna.read("conversations");

        assertThatJson(list).inPath("conversation[*].conversationid").isEqualTo(List.of(first, second));
        assertThatJson(list).inPath("conversation[*].messages.message[*].text").isEqualTo(List.of("again", "second"));
        assertThatJson(list)
                .inPath("conversation[0].recipients.users.user")
                .isArray()
                .hasSize(2);
    }

    @Test
    void answersEmptyListsInBothForms() {
        assertThat(cleo.request("GET", "conversations/").send().body()).isEqualTo("{\"conversation\":[]}");
        assertThat(Http.get("/api/4/conversations").bearer(cleo.token()).send().body())
                .isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><conversations/>");
    }

    @Test
    void pagesByTheNumberOfConversationsFetched() {
        for (int i = 0; i < 8; i++) {
            anna.open("c" + i, ben);
        }
        var all = anna.list("limit=25");

        assertThat(all).hasSize(8);
        assertThat(anna.list("")).isEqualTo(all.subList(0, 6));
        assertThat(anna.list("limit=0")).hasSize(6);
        assertThat(anna.list("limit=-3")).hasSize(6);
        assertThat(anna.list("limit=1000")).hasSize(8);
        assertThat(anna.list("offset=6")).isEqualTo(all.subList(6, 8));
        assertThat(anna.list("offset=2&limit=3")).isEqualTo(all.subList(2, 5));
        assertThat(anna.list("offset=-1&limit=1")).isEqualTo(all.subList(0, 1));
        assertThat(anna.list("offset=99999999999999")).isEmpty();
    }

    @Test
    void keepsWhatOthersWroteUnreadUntilItIsMarked() {
        long conversation = anna.open("news", ben, cleo);

        assertThat(anna.list("filter=UNREAD")).isEmpty();
        assertThat(ben.list("filter=unread")).containsExactly(conversation);
        ben.show(conversation);
        assertThat(ben.list("filter=UNREAD")).containsExactly(conversation);

        ben.update(conversation, "MARK_AS_READ");
        ben.update(conversation, "MARK_AS_READ");
        assertThat(ben.list("filter=UNREAD")).isEmpty();
        assertThat(cleo.list("filter=UNREAD")).containsExactly(conversation);

        ben.reply(conversation, "mine");
        assertThat(ben.list("filter=UNREAD")).isEmpty();
        assertThat(anna.list("filter=UNREAD")).containsExactly(conversation);
        ben.update(conversation, "MARK_AS_UNREAD");
        assertThat(ben.list("filter=UNREAD")).containsExactly(conversation);
    }

    @Test
    void archivesForTheCallerAloneUntilSomethingNewComes() {
        long conversation = anna.open("old", ben);

        ben.update(conversation, "MARK_AS_ARCHIVE");
        ben.update(conversation, "MARK_AS_ARCHIVE");

        assertThat(ben.list("filter=ACTIVE")).isEmpty();
        assertThat(ben.list("filter=UNREAD")).isEmpty();
        assertThat(ben.list("filter=ARCHIVED")).containsExactly(conversation);
        assertThat(anna.list("filter=ARCHIVED")).isEmpty();
        assertThat(anna.list("")).containsExactly(conversation);

        anna.reply(conversation, "new");
        assertThat(ben.list("filter=ARCHIVED")).isEmpty();
        assertThat(ben.list("filter=UNREAD")).containsExactly(conversation);
    }

    @Test
    void deletesForTheCallerAloneAndShowsOnlyWhatComesLater() {
        long conversation = anna.open("gone", ben);

        ben.update(conversation, "DELETE");
        ben.update(conversation, "DELETE");
        ben.update(conversation, "MARK_AS_ARCHIVE");

        for (var filter : List.of("ACTIVE", "UNREAD", "ARCHIVED")) {
            assertThat(ben.list("filter=" + filter)).as(filter).isEmpty();
        }
        assertThat(ben.texts(conversation)).isEmpty();
        assertThat(ben.search("gone")).isEmpty();
        assertThat(anna.texts(conversation)).containsExactly("gone");

        anna.reply(conversation, "back");
        assertThat(ben.list("filter=UNREAD")).containsExactly(conversation);
        assertThat(ben.texts(conversation)).containsExactly("back");
        assertThat(ben.search("gone")).isEmpty();
        assertThat(anna.search("gone")).containsExactly(conversation);
    }

    @Test
    void marksOncePerKey() {
        long conversation = anna.open("keyed", ben);
        var read = "conversations/" + conversation + "?action=MARK_AS_READ";

        var first = ben.request("PUT", read).header("Idempotency-Key", "k").send();
        ben.update(conversation, "MARK_AS_UNREAD");
        var again = ben.request("PUT", read).header("Idempotency-Key", "k").send();

        assertThat(first.status()).isEqualTo(200);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEmpty();
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(ben.list("filter=UNREAD")).containsExactly(conversation);
        var other = ben.request("PUT", "conversations/" + conversation + "?action=DELETE")
                .header("Idempotency-Key", "k")
                .send();
        assertError(other, 403, 132, "Validation failed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"html\": \"r\"}",
                "{\"message\": {\"html\": \"r\"}}",
                "{\"message\": [{\"html\": \"r\"}]}",
                "{\"messages\": {\"message\": {\"html\": \"r\"}}}",
                "{\"conversation\": {\"messages\": {\"message\": [{\"html\": \"r\"}]}}}",
                "<message><html><![CDATA[r]]> </html></message>",
                "<conversation><messages><message><html>r</html></message></messages></conversation>"
            })
    void takesAReplyBareOrWrapped(String body) {
        long conversation = anna.open("q", ben);

        var answer = ben.request("POST", "conversations/" + conversation + "/messages/")
                .body(body)
                .send();

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThatJson(answer.body())
                .isEqualTo("{\"conversationid\": %d, \"messages\": {\"message\": [{\"messageid\": %s}]}}"
                        .formatted(conversation, "\"${json-unit.any-number}\""));
        assertThat(anna.texts(conversation)).containsExactly("q", "r");
    }

    @Test
    void takesManyRepliesAtOnce() {
        long conversation = anna.open("start", ben);
        anna.update(conversation, "DELETE");

        var replies = IntStream.range(0, 24)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> (i % 2 == 0 ? anna : ben).reply(conversation, "reply " + i)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(replies).doesNotHaveDuplicates();
        assertThat(anna.texts(conversation)).hasSize(24);
        assertThat(ben.texts(conversation)).hasSize(25);
        assertThat(anna.list("filter=UNREAD")).containsExactly(conversation);
        assertThat(ben.search("reply 23")).containsExactly(conversation);
    }

    @Test
    void sanitisesWhatBrowsersMayShowAndStoresWhatCame() {
        var html = "<p onclick=\"x()\">Hi<script>alert(1)</script> <a href=\"javascript:x\">a</a>"
                + "<img src=\"https://e.example/i.png\" onerror=\"x\"><iframe src=\"https://e.example\"></iframe></p>";
        long conversation = anna.open(html, ben);

        var shown = ben.show(conversation).path("messages").path("message").path(0);

        assertThat(shown.path("html").asText()).isEqualTo("<p>Hi a<img src=\"https://e.example/i.png\" /></p>");
        assertThat(shown.path("text").asText()).isEqualTo("Hi a");
        assertThat(tenant.message(shown.path("messageid").asLong()).path("text").asText())
                .isEqualTo(html);
    }

    @Test
    void showsSignsInXmlThatXmlDoesNotHave() {
        var body =
                "{\"recipients\":{\"users\":{\"user\":{\"userid\":%d}}},\"messages\":{\"message\":{\"html\":\"a\\u0001b\"}}}";
        assertThat(anna.request("POST", "conversations/")
                        .json(body.formatted(ben.person().number()))
                        .send()
                        .status())
                .isEqualTo(201);

        var list = Http.get("/api/4/conversations").bearer(ben.token()).send();

        assertThat(list.status()).as(list.body()).isEqualTo(200);
        XmlAssert.assertThat(list.body()).valueByXPath("//text").startsWith("a");
    }
}
