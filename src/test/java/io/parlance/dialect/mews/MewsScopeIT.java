package io.parlance.dialect.mews;

import static io.parlance.dialect.mews.MewsAddMessagesIT.assertRefused;
import static io.parlance.dialect.mews.MewsTenant.ADD_THREAD;
import static io.parlance.dialect.mews.MewsTenant.GET_MESSAGES;
import static io.parlance.dialect.mews.MewsTenant.GET_THREADS;
import static io.parlance.dialect.mews.MewsTenant.page;
import static io.parlance.dialect.mews.MewsTenant.quoted;
import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.it.Admin;
import io.parlance.it.Answer;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whose threads and messages a token shows: those of its application, in its enterprises, and of nobody else. */
class MewsScopeIT {
    private final MewsTenant mews = new MewsTenant("{}");
    private final String secondEnterprise = mews.enterprise();
    private final String secondThread = mews.thread(mews.application, secondEnterprise);
    private final String portfolio = mews.token(mews.application, "{\"kind\":\"access-token\"}");
    private final String both = mews.token(
            mews.application,
            "{\"kind\":\"access-token\",\"groups\":[%s]}".formatted(quoted(mews.enterprise, secondEnterprise)));

    @BeforeEach
    void write() {
        mews.add(mews.item("first", "1"));
        send("/messages/add", portfolio, ",\"Messages\":[%s]".formatted(MewsTenant.item(secondThread, "second", "2")));
    }

    @Test
    void showsATokenItsOwnEnterprise() {
        assertThat(threads(mews.accessToken, "")).containsExactly(mews.thread);
        assertThat(texts(mews.accessToken, "")).containsExactly("first");
    }

    @Test
    void showsAPortfolioAllItsEnterprises() {
        for (var token : List.of(portfolio, both)) {
            assertThat(threads(token, "")).containsExactlyInAnyOrder(mews.thread, secondThread);
            assertThat(texts(token, "")).containsExactly("second", "first");
        }
    }

    @Test
    void narrowsAPortfolioToTheEnterprisesNamed() {
        for (var token : List.of(portfolio, both)) {
            assertThat(threads(token, enterprises(secondEnterprise))).containsExactly(secondThread);
            assertThat(texts(token, enterprises(secondEnterprise))).containsExactly("second");
            assertThat(texts(token, enterprises(secondEnterprise, mews.enterprise)))
                    .containsExactly("second", "first");
        }
        assertThat(texts(mews.accessToken, enterprises(mews.enterprise))).containsExactly("first");
    }

    @Test
    void refusesEnterprisesOutOfReachLikeUnknownOnes() {
        var foreign = new MewsTenant("{}").enterprise;
        for (var enterprise :
                List.of(secondEnterprise, foreign, UUID.randomUUID().toString())) {
            for (var operation : List.of(GET_THREADS, GET_MESSAGES)) {
                assertRefused(
                        send(operation, mews.accessToken, filters(enterprises(mews.enterprise, enterprise))),
                        400,
                        "Invalid EnterpriseIds");
            }
        }
        assertRefused(send(GET_THREADS, portfolio, filters(enterprises(foreign))), 400, "Invalid EnterpriseIds");
    }

    @Test
    void letsNoPortfolioMakeAThread() {
        for (var token : List.of(portfolio, both)) {
            assertRefused(send(ADD_THREAD, token, ",\"OriginalSender\":\"\""), 401, "Insufficient permissions");
        }
    }

    @Test
    void hidesTheThreadsOfAnEnterpriseThatIsGone() {
        Admin.call("DELETE", mews.tenant.path("/groups/" + secondEnterprise), "");

        Awaitility.await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> {
            for (var token : List.of(portfolio, both)) {
                assertThat(threads(token, "")).containsExactly(mews.thread);
                assertThat(texts(token, "")).containsExactly("first");
                assertRefused(
                        send(GET_THREADS, token, filters(enterprises(secondEnterprise))), 400, "Invalid EnterpriseIds");
            }
        });
    }

    @Test
    void showsThreadsOfNoEnterpriseWhereNoneIsNamed() {
        var loose = mews.tenant
                .thread("{\"dialect\":\"mews\",\"applicationId\":\"%s\"}".formatted(mews.application))
                .path("id")
                .asText();

        var answer = send(
                GET_THREADS, mews.accessToken, ",\"MessageThreadIds\":[%s]".formatted(quoted(loose)) + page(9, null));

        assertThat(answer.json().at("/MessageThreads/0/OriginalSender").asText())
                .isEqualTo("-");
        assertThat(answer.json().at("/MessageThreads/0/Subject").asText()).isEqualTo("-");
        assertThat(threads(mews.accessToken, enterprises(mews.enterprise))).doesNotContain(loose);
    }

    @Test
    void showsNothingToAnotherApplicationOrTenant() {
        var neighbour = mews.tenant.application("{}");
        var neighbourClient = mews.token(neighbour, "{\"kind\":\"client-token\"}");
        var neighbourAccess = mews.token(neighbour, "{\"kind\":\"access-token\"}");
        var stranger = new MewsTenant("{}");

        for (var tokens : List.of(
                List.of(neighbourClient, neighbourAccess), List.of(stranger.clientToken, stranger.accessToken))) {
            for (var members : List.of(byId(), recent())) {
                var threads = MewsTenant.request(GET_THREADS, tokens.get(0), tokens.get(1), members + page(9, null))
                        .send();
                assertThat(threads.body()).doesNotContain(mews.thread, secondThread);
                assertThat(threads.status()).isEqualTo(200);
            }
            var messages = MewsTenant.request(GET_MESSAGES, tokens.get(0), tokens.get(1), byId() + page(9, null))
                    .send();
            assertThat(messages.body()).isEqualTo("{\"Messages\":[],\"Cursor\":null}");
        }
    }

    @Test
    void refusesCursorsOfOthersLikeUnknownOnes() {
        var stranger = new MewsTenant("{}");
        stranger.add(stranger.item("theirs", "1"));
        var theirMessage = stranger.stored().get(0).path("id").asText();

        for (var cursor : List.of(stranger.thread, secondThread)) {
            assertRefused(send(GET_THREADS, mews.accessToken, byId() + page(1, cursor)), 400, "Invalid Cursor");
        }
        var hidden = send(GET_MESSAGES, portfolio, byId() + page(1, null))
                .json()
                .path("Cursor")
                .asText();
        for (var cursor : List.of(theirMessage, hidden)) {
            assertRefused(send(GET_MESSAGES, mews.accessToken, byId() + page(1, cursor)), 400, "Invalid Cursor");
        }
    }

    @Test
    void leavesOtherDialectsAside() {
        var foreign = mews.tenant
                .thread("{\"dialect\":\"travtus\",\"applicationId\":\"%s\"}".formatted(mews.application))
                .path("id")
                .asText();

        assertThat(threads(portfolio, "")).doesNotContain(foreign);
        assertThat(send(GET_THREADS, portfolio, ",\"MessageThreadIds\":[%s]".formatted(quoted(foreign)) + page(1, null))
                        .body())
                .isEqualTo("{\"MessageThreads\":[],\"Cursor\":null}");
    }

    private Answer send(String operation, String token, String members) {
        return MewsTenant.request(operation, mews.clientToken, token, members).send();
    }

    private List<String> threads(String token, String members) {
        var answer = send(GET_THREADS, token, recent() + members + page(9, null));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().path("MessageThreads").findValuesAsText("Id");
    }

    private List<String> texts(String token, String members) {
        return MewsGetMessagesIT.texts(send(GET_MESSAGES, token, filters(members)));
    }

    private String filters(String members) {
        return byId() + members + page(9, null);
    }

    private String byId() {
        return ",\"MessageThreadIds\":[" + quoted(mews.thread, secondThread) + "]";
    }

    private static String recent() {
        var now = OffsetDateTime.now(ZoneOffset.UTC);
        return MewsTenant.interval(
                "UpdatedUtc", now.minusHours(1).toString(), now.plusHours(1).toString());
    }

    private static String enterprises(String... ids) {
        return ",\"EnterpriseIds\":[" + quoted(ids) + "]";
    }
}
