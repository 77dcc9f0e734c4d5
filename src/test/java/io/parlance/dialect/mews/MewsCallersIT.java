package io.parlance.dialect.mews;

import static io.parlance.dialect.mews.MewsAddMessagesIT.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parlance.it.Admin;
import io.parlance.it.Http;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may call: the token pair in the body, and how often. */
@Tag("smoke")
class MewsCallersIT {
    private static final String UNKNOWN = "E0D439EE522F44368DC78E1BFB03710C-D24FB11DBE31D4621C4817E028D9E1E";
    private static final String INVALID_TOKENS = "Invalid ClientToken or AccessToken";

    private final MewsTenant mews = new MewsTenant("{}");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"ClientToken\":\"C\"|\"Token\":\"C\"|Invalid ClientToken",
                "\"ClientToken\":\"C\"|\"ClientToken\":\"\"|Invalid ClientToken",
                "\"ClientToken\":\"C\"|\"ClientToken\":{}|Invalid ClientToken",
                "\"AccessToken\":\"A\"|\"AccessToken\":null|Invalid AccessToken",
                "\"AccessToken\":\"A\"|\"AccessToken\":\"\"|Invalid AccessToken",
                "\"Client\":\"Sample Client 1.0.0\"|\"Client\":\"\"|Invalid Client",
                "\"Client\":\"Sample Client 1.0.0\"|\"Client\":1|Invalid Client",
                "\"Messages\":[]|\"Messages\":[|Invalid JSON"
            })
    void refusesABodyWithoutTheMembersOfEveryRequest(String right, String wrong, String message) {
        assertRefused(MewsTenant.send(MewsTenant.body("C", "A", "").replace(right, wrong)), 400, message);
    }

    @Test
    void refusesUnknownTokens() {
        assertRefused(mews.add(UNKNOWN, mews.accessToken), 401, INVALID_TOKENS);
        assertRefused(mews.add(mews.clientToken, UNKNOWN), 401, INVALID_TOKENS);
        assertThat(mews.stored()).isEmpty();
    }

    @Test
    void refusesTokensInEachOthersPlace() {
        assertRefused(mews.add(mews.accessToken, mews.clientToken), 401, INVALID_TOKENS);
        assertRefused(mews.add(mews.accessToken, mews.accessToken), 401, INVALID_TOKENS);
    }

    @Test
    void refusesTokensThatAreNoPair() {
        var other = mews.tenant.application("{}");
        assertRefused(
                mews.add(mews.token(other, "{\"kind\":\"client-token\"}"), mews.accessToken), 401, INVALID_TOKENS);
        assertRefused(mews.add(new MewsTenant("{}").clientToken, mews.accessToken), 401, INVALID_TOKENS);
        assertThat(mews.stored()).isEmpty();
    }

    @Test
    void looksAtTheTokensBeforeTheMessages() {
        var body = MewsTenant.body(UNKNOWN, mews.accessToken, "7");
        assertRefused(MewsTenant.send(body), 401, INVALID_TOKENS);
    }

    @Test
    void refusesARevokedToken() {
        var issued = mews.tenant.credential(mews.application, "{\"kind\":\"access-token\"}");
        var token = issued.path("token").asText();
        assertThat(mews.add(mews.clientToken, token).status()).isEqualTo(200);
        Admin.call(
                "DELETE", mews.tenant.path("/credentials/" + issued.path("id").asText()), "");
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertRefused(mews.add(mews.clientToken, token), 401, INVALID_TOKENS));
    }

    @Test
    void refusesAnExpiredToken() {
        var token = mews.token(mews.application, "{\"kind\":\"access-token\",\"ttlSeconds\":1}");
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertRefused(mews.add(mews.clientToken, token), 401, INVALID_TOKENS));
    }

    @Test
    void limitsTheRequestsOfAnAccessToken() {
        var limited = new MewsTenant("{\"rateLimit\":2}");
        var other = limited.accessToken(limited.enterprise);
        limited.add("");
        limited.add("7");
        var third = limited.add(limited.item("a", "1"));
        assertRefused(third, 429, "Too Many Requests");
        assertThat(Integer.parseInt(third.header("Retry-After"))).isBetween(1, 30);
        assertThat(limited.add(limited.clientToken, other).status()).isEqualTo(200);
    }

    @Test
    void takesTwoHundredRequestsInThirtySeconds() {
        var statuses =
                IntStream.range(0, 201).mapToObj(i -> mews.add("").status()).toList();
        assertThat(statuses.subList(0, 200)).containsOnly(200);
        assertThat(statuses.get(200)).isEqualTo(429);
    }

    @Test
    void takesAnyNumberWhereTheLimitIsOff() {
        var unlimited = new MewsTenant("{\"rateLimit\":0}");
        assertThat(IntStream.range(0, 201).mapToObj(i -> unlimited.add("").status()))
                .containsOnly(200);
    }

    /** The containers reuse threads, and one of them remembers an earlier caller. */
    @Test
    void answersEveryRequestForItsOwnCaller() throws Exception {
        var other = new MewsTenant("{}");
        var requests = IntStream.range(0, 200)
                .<Callable<Integer>>mapToObj(i -> () -> interleaved(i, other))
                .toList();
        var pool = Executors.newFixedThreadPool(8);
        try {
            var answers = pool.invokeAll(requests);
            for (int i = 0; i < answers.size(); i++) {
                assertThat(answers.get(i).get())
                        .isEqualTo(List.of(200, 404, 401, 200).get(i % 4));
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(mews.stored())
                .hasSize(50)
                .allMatch(stored -> stored.path("text").asText().equals("mine"));
        assertThat(other.stored())
                .hasSize(50)
                .allMatch(stored -> stored.path("text").asText().equals("theirs"));
    }

    private int interleaved(int i, MewsTenant other) {
        var answer =
                switch (i % 4) {
                    case 0 -> mews.add(mews.item("mine", "1"));
                    case 1 -> Http.get(MewsTenant.ADD).send();
                    case 2 -> mews.add(UNKNOWN, other.accessToken);
                    default -> other.add(other.item("theirs", "1"));
                };
        return answer.status();
    }
}
