package io.parlance.realm;

import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.it.Admin;
import io.parlance.it.Http;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who calls must come from the request: containers reuse threads, and one of them remembers an earlier caller. */
@Tag("smoke")
class InterleavedCallersIT {
    private static final int ROUNDS = 400;
    private static final int CONNECTIONS = 8;

    private final Side one = new Side();
    private final Side two = new Side();

    @Test
    void everyRequestIsAnsweredForItsOwnCaller() throws Exception {
        List<Callable<String>> requests = IntStream.range(0, ROUNDS)
                .<Callable<String>>mapToObj(round -> () -> send(round))
                .toList();

        var pool = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            for (var outcome : pool.invokeAll(requests)) {
                assertThat(outcome.get()).isEmpty();
            }
        } finally {
            pool.shutdownNow();
        }

        assertThat(one.storedTexts()).hasSize(ROUNDS / 4).allMatch(text -> text.startsWith("one "));
        assertThat(two.storedTexts()).hasSize(ROUNDS / 4).allMatch(text -> text.startsWith("two "));
    }

    /** Answers what was wrong, or an empty text. */
    private String send(int round) {
        return switch (round % 4) {
            case 0 -> expect(200, request(round, "one").bearer(one.token));
            case 1 -> expect(400, request(round, "nobody"));
            case 2 -> expect(401, request(round, "bad").bearer("plb_wrong"));
            default -> expect(200, request(round, "two").bearer(two.token));
        };
    }

    private static Http request(int round, String who) {
        var request = Http.post("/messages/")
                .json(
                        "{\"group_id\":\"shared\",\"channel\":\"review\",\"review\":{\"review_id\":\"%s-%d\",\"comment\":\"%s %d\"}}"
                                .formatted(who, round, who, round));
        return round / 4 % 2 == 0 ? request : request.bodyAfterHead(); // at once, or after an asynchronous dispatch
    }

    private static String expect(int status, Http request) {
        var answer = request.send();
        return answer.status() == status ? "" : status + " expected, but " + answer.status() + " " + answer.body();
    }

    /** A tenant with a group of the same alias as the other one's. */
    private static final class Side {
        private final Admin.Tenant tenant = Admin.tenant();
        private final String token;

        private Side() {
            tenant.group("Group", ",\"alias\":\"shared\"");
            token = tenant.credential(tenant.application("{}"), "{\"kind\":\"bearer\"}")
                    .path("token")
                    .asText();
        }

        private List<String> storedTexts() {
            return Admin.get(tenant.path("/messages?limit=250"))
                    .json()
                    .path("items")
                    .findValuesAsText("text");
        }
    }
}
