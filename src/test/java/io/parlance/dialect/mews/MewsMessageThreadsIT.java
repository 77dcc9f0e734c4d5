package io.parlance.dialect.mews;

import static io.parlance.dialect.mews.MewsAddMessagesIT.assertRefused;
import static io.parlance.dialect.mews.MewsTenant.ADD_THREAD;
import static io.parlance.dialect.mews.MewsTenant.GET_THREADS;
import static io.parlance.dialect.mews.MewsTenant.page;
import static io.parlance.dialect.mews.MewsTenant.quoted;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.it.Admin;
import io.parlance.it.Answer;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code messageThreads/add} and {@code messageThreads/getAll}. */
class MewsMessageThreadsIT {
    private static final String MAY = "2026-05-01T00:00:00Z";
    private static final String JUNE = "2026-06-01T00:00:00Z";
    private static final String TIME =
            "${json-unit.regex}\\\\d{4}-\\\\d\\\\d-\\\\d\\\\dT\\\\d\\\\d:\\\\d\\\\d:\\\\d\\\\dZ";

    private final MewsTenant mews = new MewsTenant("{}");

    @Test
    void answersTheThreadItMade() {
        var answer = mews.post(ADD_THREAD, ",\"OriginalSender\":\"Ada Byron\",\"Subject\":\"Late check-out\"");

        assertThat(answer.status()).isEqualTo(200);
        assertThatJson(answer.body())
                .isEqualTo(
                        """
                        {"MessageThreads": [{
                          "Id": "${json-unit.regex}[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}",
                          "OriginalSender": "Ada Byron", "Subject": "Late check-out",
                          "CreatedUtc": "%s", "UpdatedUtc": "%s", "IsResolved": false
                        }]}"""
                                .formatted(TIME, TIME));
        assertThat(answer.header("Request-Id")).isNotEmpty();
    }

    @Test
    void makesAThreadThatTakesMessagesAtOnce() {
        var thread = mews.addThread("Parking");

        assertThat(mews.add(MewsTenant.item(thread, "Where?", "1")).status()).isEqualTo(200);
        var stored = Admin.get(mews.tenant.path("/threads/" + thread)).json();
        assertThat(stored.path("groupId").asText()).isEqualTo(mews.enterprise);
        assertThat(stored.path("applicationId").asText()).isEqualTo(mews.application);
        assertThat(stored.path("requesterId").asText()).isEqualTo("Ada Byron");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"Subject\":\"S\" | 400 | Invalid OriginalSender",
                "\"OriginalSender\":\"\",\"Subject\":\"S\" | 400 | Invalid OriginalSender",
                "\"OriginalSender\":null,\"Subject\":\"S\" | 400 | Invalid OriginalSender",
                "\"OriginalSender\":7,\"Subject\":\"S\" | 400 | Invalid OriginalSender",
                "\"OriginalSender\":\"A\" | 400 | Invalid Subject",
                "\"OriginalSender\":\"A\",\"Subject\":\"\" | 400 | Invalid Subject",
                "\"OriginalSender\":\"A\",\"Subject\":[] | 400 | Invalid Subject",
                "\"OriginalSender\":\"A\",\"Subject\":\"S\", | 400 | Invalid JSON"
            })
    void refusesAThreadThatIsNotWhole(String members, int status, String message) {
        assertRefused(mews.post(ADD_THREAD, "," + members), status, message);
    }

    @Test
    void tellsPeopleWhatIsTooLongBeforeItLooksForOtherFaults() {
        assertRefused(
                mews.post(ADD_THREAD, ",\"OriginalSender\":\"%s\"".formatted("\u00e9".repeat(201))),
                403,
                "The name of the sender is longer than 200 characters.");
        assertRefused(
                mews.post(ADD_THREAD, ",\"Subject\":\"%s\"".formatted("x".repeat(1001))),
                403,
                "The subject is longer than 1000 characters.");
        assertThat(mews.post(
                                ADD_THREAD,
                                ",\"OriginalSender\":\"%s\",\"Subject\":\"%s\""
                                        .formatted("\uD83D\uDC4B".repeat(200), "x".repeat(1000)))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void listsThreadsByIdNewestFirst() {
        var second = mews.addThread("second");
        var third = mews.addThread("third");

        var answer = mews.post(GET_THREADS, ids(mews.thread, third, second) + page(10, null));

        assertThat(ids(answer)).containsExactly(third, second, mews.thread);
        assertThat(answer.json().path("Cursor").asText()).isEqualTo(mews.thread);
        assertThat(answer.json().properties()).hasSize(2);
    }

    @Test
    void answersANullCursorOnlyWithAnEmptyPage() {
        var answer = mews.post(GET_THREADS, ids(UUID.randomUUID().toString()) + page(10, null));

        assertThat(answer.body()).isEqualTo("{\"MessageThreads\":[],\"Cursor\":null}");
    }

    @Test
    void pagesThroughThreadsOfOneMoment() {
        var threads = IntStream.range(0, 10)
                .mapToObj(i -> mews.addThread("thread " + i))
                .collect(Collectors.toSet());
        mews.sql("update thread set created_at = '2026-05-05 10:00:00.123456Z' where tenant_id = ?");
        threads.add(mews.thread);

        for (var filter : new String[] {
            created(MAY, JUNE),
            updated(
                    OffsetDateTime.now(ZoneOffset.UTC).minusDays(1).toString(),
                    OffsetDateTime.now(ZoneOffset.UTC).plusDays(1).toString()),
            ids(threads.toArray(String[]::new))
        }) {
            var walked = mews.walk(GET_THREADS, "MessageThreads", filter, 3);
            assertThat(walked).as(filter).doesNotHaveDuplicates().hasSize(11).containsAll(threads);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-05T10:00:00Z, 2026-05-05T10:00:01Z, true",
        "2026-05-05T09:00:00Z, 2026-05-05T10:00:00Z, false",
        "2026-05-05T10:00:00Z, 2026-05-05T10:00:00Z, true",
        "2026-05-05T10:00:00.000Z, 2026-05-05T12:00:00.5+02:00, true",
        "2026-05-05T10:00:00.5Z, 2026-05-05T11:00:00Z, false",
        "2026-05-05T10:00:01Z, 2026-05-05T10:00:01Z, false",
        "2026-02-06T00:00:00Z, 2026-05-07T00:00:00Z, true"
    })
    void comparesTimesAsTheyAreShown(String start, String end, boolean found) {
        mews.sql("update thread set created_at = '2026-05-05 10:00:00.987654Z',"
                + " updated_at = '2026-05-05 10:00:00.987654Z' where tenant_id = ?");

        for (var filter : new String[] {created(start, end), updated(start, end)}) {
            assertThat(ids(mews.post(GET_THREADS, filter + page(10, null))))
                    .as(filter)
                    .hasSize(found ? 1 : 0);
        }
    }

    @Test
    void takesAllFiltersTogether() {
        mews.sql("update thread set created_at = '2026-05-05 10:00:00Z' where tenant_id = ?");
        var month = created(MAY, JUNE);

        assertThat(ids(mews.post(GET_THREADS, ids(mews.thread) + month + page(1, null))))
                .containsExactly(mews.thread);
        assertThat(ids(mews.post(GET_THREADS, ids(mews.thread) + updated(MAY, JUNE) + page(1, null))))
                .isEmpty();
        assertThat(ids(mews.post(GET_THREADS, month + updated(MAY, JUNE) + page(1, null))))
                .isEmpty();
    }

    @Test
    void leavesAnEndOpenWhereAnotherFilterLimitsTheList() {
        var open = ",\"CreatedUtc\":{\"StartUtc\":\"2020-01-01T00:00:00Z\",\"EndUtc\":null}";

        assertThat(ids(mews.post(GET_THREADS, ids(mews.thread) + open + page(1, null))))
                .containsExactly(mews.thread);
        assertRefused(mews.post(GET_THREADS, open + page(1, null)), 400, "Invalid CreatedUtc");
        assertRefused(
                mews.post(GET_THREADS, open.replace("CreatedUtc", "UpdatedUtc") + page(1, null)),
                400,
                "Invalid UpdatedUtc");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"X\":1 | Invalid MessageThreadIds, CreatedUtc or UpdatedUtc",
                "\"MessageThreadIds\":null | Invalid MessageThreadIds, CreatedUtc or UpdatedUtc",
                "\"MessageThreadIds\":[] | Invalid MessageThreadIds",
                "\"MessageThreadIds\":{} | Invalid MessageThreadIds",
                "\"MessageThreadIds\":[\"x\"] | Invalid MessageThreadIds",
                "\"MessageThreadIds\":[null] | Invalid MessageThreadIds",
                "\"CreatedUtc\":7 | Invalid CreatedUtc",
                "\"CreatedUtc\":{} | Invalid CreatedUtc",
                "\"CreatedUtc\":{\"StartUtc\":\"2026-01-01\",\"EndUtc\":\"2026-04-03\"} | Invalid CreatedUtc",
                "\"UpdatedUtc\":{\"StartUtc\":\"2026-01-02\",\"EndUtc\":\"2026-01-01\"} | Invalid UpdatedUtc"
            })
    void refusesFiltersThatAreWrong(String filter, String message) {
        assertRefused(mews.post(GET_THREADS, "," + filter + page(1, null)), 400, message);
    }

    @Test
    void refusesMoreThanAThousandIds() {
        var thousand = Stream.generate(() -> UUID.randomUUID().toString()).limit(1000);
        assertThat(mews.post(GET_THREADS, ids(thousand.toArray(String[]::new)) + page(1, null))
                        .status())
                .isEqualTo(200);
        var more = Stream.generate(() -> UUID.randomUUID().toString()).limit(1001);
        assertRefused(
                mews.post(GET_THREADS, ids(more.toArray(String[]::new)) + page(1, null)),
                400,
                "Invalid MessageThreadIds");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"Limitation\":null | Invalid Limitation",
                "\"Limitation\":5 | Invalid Limitation",
                "\"limits\":{\"Count\":5} | Invalid Limitation",
                "\"Limitation\":{} | Invalid Count",
                "\"Limitation\":{\"Count\":0} | Invalid Count",
                "\"Limitation\":{\"Count\":1001} | Invalid Count",
                "\"Limitation\":{\"Count\":\"5\"} | Invalid Count",
                "\"Limitation\":{\"Count\":1.5} | Invalid Count",
                "\"Limitation\":{\"Count\":99999999999} | Invalid Count",
                "\"Limitation\":{\"Count\":1,\"Cursor\":5} | Invalid Cursor",
                "\"Limitation\":{\"Count\":1,\"Cursor\":\"x\"} | Invalid Cursor",
                "\"Limitation\":{\"Count\":1,\"Cursor\":\"00000000-0000-7000-8000-000000000000\"} | Invalid Cursor"
            })
    void requiresALimitation(String limitation, String message) {
        assertRefused(mews.post(GET_THREADS, ids(mews.thread) + "," + limitation), 400, message);
        assertRefused(mews.post(MewsTenant.GET_MESSAGES, ids(mews.thread) + "," + limitation), 400, message);
    }

    @Test
    void changesWithAMessageAndWithAResolutionOnly() {
        mews.sql("update thread set created_at = '2026-05-05 10:00:00Z', updated_at = '2026-05-05 10:00:00Z'"
                + " where tenant_id = ?");
        Admin.call("PATCH", mews.tenant.path("/threads/" + mews.thread), "{\"resolved\":false}");
        assertThat(updatedUtc()).isEqualTo("2026-05-05T10:00:00Z");

        mews.add(mews.item("hi", "1"));
        assertThat(updatedUtc()).isGreaterThan("2026-05-06");
    }

    private String updatedUtc() {
        return mews.post(GET_THREADS, ids(mews.thread) + page(1, null))
                .json()
                .at("/MessageThreads/0/UpdatedUtc")
                .asText();
    }

    private static Stream<String> ids(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().path("MessageThreads").findValuesAsText("Id").stream();
    }

    private static String ids(String... ids) {
        return ",\"MessageThreadIds\":[" + quoted(ids) + "]";
    }

    private static String created(String start, String end) {
        return MewsTenant.interval("CreatedUtc", start, end);
    }

    private static String updated(String start, String end) {
        return MewsTenant.interval("UpdatedUtc", start, end);
    }
}
