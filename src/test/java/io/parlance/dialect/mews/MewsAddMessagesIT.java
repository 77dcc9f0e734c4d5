package io.parlance.dialect.mews;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.parlance.it.Admin;
import io.parlance.it.Answer;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code POST /api/connector/v1/messages/add}: what is taken in, what is refused, what is stored. */
@Tag("smoke")
class MewsAddMessagesIT {
    private static final int MOST = 1000;

    private final MewsTenant mews = new MewsTenant("{}");

    @Test
    void answersAsInTheDocumentedExample() {
        var answer = mews.add(mews.item("Text of the message", "Message 1"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.mediaType()).isEqualTo("application/json");
        assertThatJson(answer.body())
                .isEqualTo(
                        """
                {"Messages": [{
                  "Identifier": "Message 1",
                  "Message": {
                    "Id": "${json-unit.regex}[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}",
                    "MessageThreadId": "%s",
                    "Text": "Text of the message",
                    "Sender": "Application",
                    "CreatedUtc": "${json-unit.regex}\\\\d{4}-\\\\d\\\\d-\\\\d\\\\dT\\\\d\\\\d:\\\\d\\\\d:\\\\d\\\\dZ"
                  }
                }]}"""
                                .formatted(mews.thread));
    }

    @Test
    void storesWhatItAnswers() {
        var answer = mews.add(mews.item("Good morning", "m-1"));
        var message = answer.json().at("/Messages/0/Message");
        assertThat(mews.stored()).singleElement().satisfies(stored -> assertThatJson(stored)
                .isObject()
                .containsEntry("id", message.path("Id").asText())
                .containsEntry("threadId", mews.thread)
                .containsEntry("text", "Good morning")
                .containsEntry("identifier", "m-1"));
        assertThat(mews.stored().get(0).at("/author/type").asText()).isEqualTo("Application");
    }

    @Test
    void countsStaffAsTheEnterprise() {
        var reply = Admin.create(mews.tenant.path("/threads/" + mews.thread + "/messages"), "{\"text\":\"Welcome\"}");
        assertThat(reply.at("/author/type").asText()).isEqualTo("Enterprise");
    }

    @Test
    void writesTheSenderAsAnObjectWhereTheApplicationAsksForIt() {
        var modern = new MewsTenant("{\"mews.senderFormat\":\"object\"}");
        var answer = modern.add(modern.item("a", "1"));
        assertThatJson(answer.body())
                .inPath("Messages[0].Message.Sender")
                .isEqualTo("{\"Discriminator\":\"Application\",\"Value\":null}");
    }

    @Test
    void keepsTheOrderAndTheIdentifiersOfAThousandMessages() {
        var answer = mews.add(IntStream.range(0, MOST)
                .mapToObj(i -> mews.item("text " + i, "id " + i % 500))
                .collect(Collectors.joining(",")));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(texts(answer))
                .isEqualTo(IntStream.range(0, MOST).mapToObj(i -> "text " + i).toList());
        assertThat(identifiers(answer))
                .isEqualTo(
                        IntStream.range(0, MOST).mapToObj(i -> "id " + i % 500).toList());
        assertThat(mews.stored())
                .extracting(stored -> stored.path("text").asText())
                .isEqualTo(texts(answer));
        assertThat(mews.stored())
                .extracting(stored -> stored.path("id").asText())
                .isEqualTo(ids(answer));
    }

    @Test
    void keepsThousandsTogetherThatAreAddedToAThreadAtTheSameMoment() {
        var answers = Stream.generate(() -> CompletableFuture.supplyAsync(() -> mews.add(IntStream.range(0, MOST)
                        .mapToObj(i -> mews.item("text", "id " + i))
                        .collect(Collectors.joining(",")))))
                .limit(4)
                .toList();

        var inTheOrderOfTheirFirst = answers.stream()
                .map(answer -> ids(answer.join()))
                .sorted(Comparator.comparing(ids -> ids.get(0)))
                .flatMap(List::stream)
                .toList();
        assertThat(mews.stored())
                .extracting(stored -> stored.path("id").asText())
                .isEqualTo(inTheOrderOfTheirFirst);
    }

    @Test
    void addsToSeveralThreadsAtOnce() {
        var other = mews.thread(mews.application, mews.enterprise);
        var answer = mews.add(mews.item("a", "1") + "," + MewsTenant.item(other, "b", "2") + "," + mews.item("c", "3"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(mews.stored())
                .extracting(stored -> stored.path("threadId").asText())
                .containsExactly(mews.thread, other, mews.thread);
    }

    @Test
    void answersNoItemsWithNoMessages() {
        var answer = mews.add("");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"Messages\":[]}");
    }

    @Test
    void echoesAMissingIdentifierAsNull() {
        var answer = mews.add("{\"MessageThreadId\":\"%s\",\"Text\":\"a\"}".formatted(mews.thread));
        assertThat(answer.body()).startsWith("{\"Messages\":[{\"Identifier\":null,\"Message\":{");
    }

    @Test
    void ignoresTokensInItemsAndUnknownMembers() {
        var answer = mews.add(
                """
                {"ClientToken":"x","AccessToken":"y","Client":"z","MessageThreadId":"%s","Text":"a","Colour":1}"""
                        .formatted(mews.thread.toUpperCase(java.util.Locale.ROOT)));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/Messages/0/Message/MessageThreadId").asText())
                .isEqualTo(mews.thread);
    }

    @Test
    void keepsEveryCharacterOfAText() {
        assertThat(mews.add(mews.item("\uD83D\uDC4B\uD83C\uDFFD \u00e9\u0301 \\t<b>&amp;\\u2028", "\uD83D\uDE00"))
                        .status())
                .isEqualTo(200);
        assertThat(mews.stored().get(0).path("text").asText())
                .isEqualTo("\uD83D\uDC4B\uD83C\uDFFD \u00e9\u0301 \t<b>&amp;\u2028");
        assertThat(mews.stored().get(0).path("identifier").asText()).isEqualTo("\uD83D\uDE00");
    }

    @Test
    void takesATextOfAMillionCharacters() {
        var text = "x".repeat(1_000_000);
        assertThat(texts(mews.add(mews.item(text, "1")))).containsExactly(text);
    }

    @Test
    void refusesMoreThanAThousandMessages() {
        var items = IntStream.rangeClosed(0, MOST)
                .mapToObj(i -> mews.item("a", "1"))
                .collect(Collectors.joining(","));
        assertRefused(mews.add(items), 400, "Invalid Messages");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"Text\":\"a\"|\"Text\":\"\"|Invalid Text",
                "\"Text\":\"a\"|\"Text\":5|Invalid Text",
                "\"Text\":\"a\"|\"Title\":\"a\"|Invalid Text",
                "\"Text\":\"a\"|\"Text\":\"\\u0000\"|Invalid JSON",
                "\"Text\":\"a\"|\"Text\":\"\\ud83d\"|Invalid JSON",
                "\"Text\":\"a\"|\"Text\":\"a\",\"Text\":\"b\"|Invalid JSON",
                "\"Text\":\"a\"|\"Text\":\"a\",|Invalid JSON",
                "\"Identifier\":\"1\"|\"Identifier\":1|Invalid Identifier",
                "\"MessageThreadId\"|\"ThreadId\"|Invalid MessageThreadId",
                "\"MessageThreadId\":\"|\"MessageThreadId\":\"x|Invalid MessageThreadId"
            })
    void refusesAnItemThatIsWrong(String right, String wrong, String message) {
        assertRefused(mews.add(mews.item("a", "1").replace(right, wrong)), 400, message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "null", "\"a\"", "[[]]", "[null]"})
    void refusesMessagesThatAreNoArrayOfObjects(String messages) {
        var body = MewsTenant.body(mews.clientToken, mews.accessToken, "").replace("[]", messages);
        assertRefused(MewsTenant.send(body), 400, "Invalid Messages");
    }

    @Test
    void storesNothingWhereOneItemIsWrong() {
        var good = mews.item("a", "1");
        assertRefused(mews.add(good + "," + mews.item("", "2")), 400, "Invalid Text");
        assertRefused(mews.add(good + "," + elsewhere(UUID.randomUUID().toString())), 400, "Invalid MessageThreadId");
        assertThat(mews.stored()).isEmpty();
    }

    @Test
    void refusesThreadsOfAnybodyElseAlike() {
        var otherApplication = mews.thread(mews.tenant.application("{}"), mews.enterprise);
        var otherEnterprise = mews.thread(mews.application, mews.enterprise());
        var otherTenant = new MewsTenant("{}").thread;
        var otherDialect = mews.tenant
                .thread("{\"dialect\":\"travtus\",\"applicationId\":\"%s\"}".formatted(mews.application))
                .path("id")
                .asText();
        for (var thread : List.of(otherApplication, otherEnterprise, otherTenant, otherDialect)) {
            assertRefused(mews.add(elsewhere(thread)), 400, "Invalid MessageThreadId");
        }
        assertThat(mews.stored()).isEmpty();
    }

    @Test
    void refusesEverythingOfAnEnterpriseThatIsGone() {
        var gone = mews.enterprise();
        var thread = mews.thread(mews.application, gone);
        var ownToken = mews.accessToken(gone);
        var portfolio = mews.token(mews.application, "{\"kind\":\"access-token\"}");

        Admin.call("DELETE", mews.tenant.path("/groups/" + gone), "");

        assertRefused(
                MewsTenant.send(MewsTenant.body(mews.clientToken, portfolio, elsewhere(thread))),
                400,
                "Invalid MessageThreadId");
        assertRefused(
                MewsTenant.send(MewsTenant.body(mews.clientToken, ownToken, elsewhere(mews.thread))),
                401,
                "Invalid ClientToken or AccessToken");
    }

    @Test
    void opensAllEnterprisesToAPortfolioToken() {
        var portfolio = mews.token(mews.application, "{\"kind\":\"access-token\"}");
        var thread = mews.thread(mews.application, mews.enterprise());
        var body = MewsTenant.body(mews.clientToken, portfolio, elsewhere(thread));
        assertThat(MewsTenant.send(body).status()).isEqualTo(200);
    }

    static void assertRefused(Answer answer, int status, String message) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.mediaType()).isEqualTo("application/json");
        assertThat(answer.header("Request-Id")).isNotEmpty();
        assertThat(answer.body())
                .isEqualTo("{\"Message\":\"%s\",\"RequestId\":\"%s\",\"Details\":null}"
                        .formatted(message, answer.header("Request-Id")));
    }

    private static String elsewhere(String thread) {
        return MewsTenant.item(thread, "a", "1");
    }

    private static List<String> texts(Answer answer) {
        return each(answer, "/Message/Text");
    }

    private static List<String> identifiers(Answer answer) {
        return each(answer, "/Identifier");
    }

    private static List<String> ids(Answer answer) {
        return each(answer, "/Message/Id");
    }

    private static List<String> each(Answer answer, String pointer) {
        return StreamSupport.stream(answer.json().path("Messages").spliterator(), false)
                .map((JsonNode added) -> added.at(pointer).asText())
                .toList();
    }
}
