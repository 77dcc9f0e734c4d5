package io.parlance.dialect.mews;

import static io.parlance.dialect.mews.MewsAddMessagesIT.assertRefused;
import static io.parlance.dialect.mews.MewsTenant.GET_MESSAGES;
import static io.parlance.dialect.mews.MewsTenant.interval;
import static io.parlance.dialect.mews.MewsTenant.page;
import static io.parlance.dialect.mews.MewsTenant.quoted;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.it.Answer;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code messages/getAll}: what is listed, in which order, in which pages. */
class MewsGetMessagesIT {
    private final MewsTenant mews = new MewsTenant("{}");

    @Test
    void answersExactlyTheDocumentedMembers() {
        var added = mews.add(mews.item("Text of the message", "1")).json().at("/Messages/0/Message");

        var answer = messages("", 10);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.mediaType()).isEqualTo("application/json");
        assertThatJson(answer.body())
                .isEqualTo("{\"Messages\": [%s], \"Cursor\": \"%s\"}"
                        .formatted(added, added.path("Id").asText()));
    }

    @Test
    void listsTheNewestFirstFromAllThreads() {
        var other = mews.addThread("other");
        for (int i = 0; i < 6; i++) {
            mews.add(MewsTenant.item(i % 2 == 0 ? mews.thread : other, "text " + i, "1"));
        }

        assertThat(texts(mews.messages(quoted(mews.thread, other), "", 4)))
                .containsExactly("text 5", "text 4", "text 3", "text 2");
        assertThat(texts(mews.messages(quoted(other, other), "", 4))).containsExactly("text 5", "text 3", "text 1");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 33, 99, 100, 1000})
    void pagesThroughMessagesOfOneMomentOnce(int count) {
        var other = mews.addThread("other");
        var added = mews.add(IntStream.range(0, count == 1 ? 5 : 100)
                .mapToObj(i -> MewsTenant.item(i % 3 == 0 ? other : mews.thread, "text " + i, "1"))
                .collect(Collectors.joining(",")));
        var ids = added.json().path("Messages").findValuesAsText("Id");
        Collections.reverse(ids);

        var walked = mews.walk(GET_MESSAGES, "Messages", threads(mews.thread, other), count);

        assertThat(walked).isEqualTo(ids);
    }

    @Test
    void goesOnBehindTheCursorWhateverIsAddedMeanwhile() {
        mews.add(mews.item("a", "1") + "," + mews.item("b", "2") + "," + mews.item("c", "3"));
        var first = messages("", 2);
        mews.add(mews.item("d", "4"));
        var cursor = first.json().path("Cursor").asText();

        assertThat(texts(mews.post(GET_MESSAGES, threads(mews.thread) + page(2, cursor))))
                .containsExactly("a");
    }

    @Test
    void endsWithAnEmptyPageAndNoCursor() {
        mews.add(mews.item("a", "1"));
        var cursor = messages("", 1).json().path("Cursor").asText();

        var end = mews.post(GET_MESSAGES, threads(mews.thread) + page(1, cursor));

        assertThat(end.body()).isEqualTo("{\"Messages\":[],\"Cursor\":null}");
    }

    @Test
    void takesAThousandAtOnce() {
        mews.add(IntStream.range(0, 1000)
                .mapToObj(i -> mews.item("text " + i, "1"))
                .collect(Collectors.joining(",")));

        assertThat(texts(messages("", 1000)))
                .hasSize(1000)
                .startsWith("text 999")
                .endsWith("text 0");
    }

    @Test
    void comparesTimesAsTheyAreShown() {
        mews.add(mews.item("a", "1"));
        var shown = messages("", 1).json().at("/Messages/0/CreatedUtc").asText();
        var next = Instant.parse(shown).plusSeconds(1).toString();
        var before = Instant.parse(shown).minusSeconds(1).toString();

        assertThat(texts(messages(interval("CreatedUtc", shown, shown), 1))).containsExactly("a");
        assertThat(texts(messages(interval("CreatedUtc", shown, next), 1))).containsExactly("a");
        assertThat(texts(messages(interval("CreatedUtc", before, shown), 1))).isEmpty();
        assertThat(texts(messages(interval("CreatedUtc", next, next), 1))).isEmpty();
        assertThat(texts(messages(",\"CreatedUtc\":{\"StartUtc\":\"%s\"}".formatted(shown), 1)))
                .containsExactly("a");
        assertThat(texts(messages(",\"CreatedUtc\":{\"EndUtc\":\"%s\"}".formatted(shown), 1)))
                .isEmpty();
        assertThat(texts(messages(",\"CreatedUtc\":null,\"EnterpriseIds\":null", 1)))
                .containsExactly("a");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"X\":1 | Invalid MessageThreadIds",
                "\"MessageThreadIds\":null | Invalid MessageThreadIds",
                "\"MessageThreadIds\":[] | Invalid MessageThreadIds",
                "\"MessageThreadIds\":[7] | Invalid MessageThreadIds",
                "\"MessageThreadIds\":[\"8d02142f-31cf-4115-90bf-ae5200c7a1ba\"],\"CreatedUtc\":[] | Invalid CreatedUtc",
                "\"MessageThreadIds\":[\"8d02142f-31cf-4115-90bf-ae5200c7a1ba\"],\"CreatedUtc\":{\"StartUtc\":\"2026-01-01\",\"EndUtc\":\"2026-02-03\"} | Invalid CreatedUtc",
                "\"MessageThreadIds\":[\"8d02142f-31cf-4115-90bf-ae5200c7a1ba\"],\"EnterpriseIds\":[] | Invalid EnterpriseIds",
                "\"MessageThreadIds\":[\"8d02142f-31cf-4115-90bf-ae5200c7a1ba\"],\"EnterpriseIds\":[\"x\"] | Invalid EnterpriseIds"
            })
    void refusesFiltersThatAreWrong(String filter, String message) {
        assertRefused(mews.post(GET_MESSAGES, "," + filter + page(1, null)), 400, message);
    }

    @Test
    void refusesACursorThatIsNoMessage() {
        for (var cursor : List.of(mews.thread, UUID.randomUUID().toString())) {
            assertRefused(mews.post(GET_MESSAGES, threads(mews.thread) + page(1, cursor)), 400, "Invalid Cursor");
        }
    }

    @Test
    void sparesAnEmptyPageWhereTheClientPrefersThat() {
        for (var operation : List.of(GET_MESSAGES, MewsTenant.GET_THREADS)) {
            var nothing = threads(UUID.randomUUID().toString()) + page(1, null);
            for (var prefer : List.of("return=minimal", "respond-async, Return=Minimal;x=1", "return=\"minimal\"")) {
                var answer = mews.request(operation, nothing)
                        .header("Prefer", prefer)
                        .send();
                assertThat(answer.status()).as(prefer).isEqualTo(204);
                assertThat(answer.body()).isEmpty();
                assertThat(answer.header("Content-Type")).isEmpty();
                assertThat(answer.header("Request-Id")).isNotEmpty();
            }
            for (var prefer : List.of("return=representation", "return=representation, return=minimal", "minimal")) {
                assertThat(mews.request(operation, nothing)
                                .header("Prefer", prefer)
                                .send()
                                .status())
                        .as(prefer)
                        .isEqualTo(200);
            }
        }
        mews.add(mews.item("a", "1"));
        var full = mews.request(GET_MESSAGES, threads(mews.thread) + page(1, null))
                .header("Prefer", "return=minimal")
                .send();
        assertThat(texts(full)).containsExactly("a");
    }

    @Test
    void answersWithTheRequestIdItWasGiven() {
        var answer = mews.request(GET_MESSAGES, threads(mews.thread) + page(1, null))
                .header("Request-Id", "client-request-1")
                .send();

        assertThat(answer.header("Request-Id")).isEqualTo("client-request-1");
    }

    @Test
    void readsOtherCaseLanguagesAndUnknownMembers() {
        mews.add(mews.item("a", "1"));

        var answer = mews.request(
                        GET_MESSAGES,
                        ",\"LanguageCode\":\"en-US\",\"CultureCode\":null,\"Colour\":7,\"messageThreadIds\":[%s],\"limitation\":{\"count\":1}"
                                .formatted(quoted(mews.thread.toUpperCase(Locale.ROOT))))
                .undocumented()
                .send();

        assertThat(texts(answer)).containsExactly("a");
    }

    @Test
    void refusesAPageThatIsTooHeavy() {
        var text = "x".repeat(900_000);
        for (int i = 0; i < 10; i++) {
            mews.add(mews.item(text, "1"));
        }

        assertRefused(messages("", 10), 408, "Request Timeout");
        assertThat(texts(messages("", 9))).hasSize(9);
    }

    @Test
    void writesTheSenderAsAnObjectWhereTheApplicationAsksForIt() {
        var modern = new MewsTenant("{\"mews.senderFormat\":\"object\"}");
        modern.add(modern.item("a", "1"));

        assertThatJson(modern.messages(quoted(modern.thread), "", 1).body())
                .inPath("Messages[0].Sender")
                .isEqualTo("{\"Discriminator\":\"Application\",\"Value\":null}");
    }

    private Answer messages(String moreMembers, int count) {
        return mews.messages(quoted(mews.thread), moreMembers, count);
    }

    static List<String> texts(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().path("Messages").findValuesAsText("Text");
    }

    private static String threads(String... ids) {
        return ",\"MessageThreadIds\":[" + quoted(ids) + "]";
    }
}
