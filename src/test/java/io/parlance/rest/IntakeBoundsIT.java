package io.parlance.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parlance.it.Answer;
import io.parlance.it.Http;
import io.parlance.it.RawConnection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How much there may be of everything at once, and that all of it is given back. */
class IntakeBoundsIT {
    private static final String NOTHING_BUT_THE_QUESTION = "arriving=0 bytes=0 inFlight=1 memory=0 files=0";

    private static final Executor THREADS = task -> new Thread(task, "waiting").start();

    private final List<RawConnection> connections = new ArrayList<>();
    private Path gate;

    @BeforeEach
    void closeTheGate(@TempDir Path directory) {
        gate = directory.resolve("gate");
        ProbeServer.baseUri();
    }

    @AfterEach
    void everythingIsGivenBack() throws IOException {
        Files.writeString(gate, "open");
        connections.forEach(RawConnection::close);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(ProbeServer.held()).isEqualTo(NOTHING_BUT_THE_QUESTION));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /probe/json                     | probe OVERLOADED
                    /messages/                      | {"message":"Service Unavailable"}
                    /api/connector/v1/messages/add  | "Message"
                    /v1/requests/x/messages         | "code":"unavailable"
                    /api/4/conversations/           | <error>
                    /admin/api/v1/tenants           | "status":503
                    """)
    void requestsBeyondTheBoundAreRefusedInTheWordsOfTheirDialect(String path, String words) throws IOException {
        var waiting = fillUp();

        for (var late : List.of(false, true)) {
            var refused = postTo(path, late).send();
            assertThat(refused.status()).as(refused.body()).isEqualTo(503);
            assertThat(refused.header("Retry-After")).isEqualTo("1");
            assertThat(refused.body()).contains(words);
        }

        letGo(waiting);
    }

    @Test
    void refusesWhatHasNoBodyToo() throws IOException {
        var waiting = fillUp();

        assertThat(Http.get("/messages/").to(ProbeServer.baseUri()).send().status())
                .isEqualTo(503);

        letGo(waiting);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/probe/json", "/probe/direct"})
    void refusesWhatCameWithItsHeadToo(String path) throws IOException {
        var waiting = fillUp();

        var post = "POST " + path
                + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nAuthorization: Bearer "
                + ProbeDialect.token() + "\r\nContent-Length: 2\r\n\r\n{}";
        assertThat(connect().send(post).answer()).startsWith("HTTP/1.1 503 ").contains("probe OVERLOADED");

        letGo(waiting);
    }

    @Test
    void slowBodiesTakeNoPlaceOfRequestsThatCanBeWorkedOn() {
        crawl(ProbeServer.MAX_ARRIVING / 2);

        assertThat(ProbeServer.post("/probe/json").json("{}").send().status()).isEqualTo(200);
        assertThat(ProbeServer.post("/probe/json")
                        .json("{}")
                        .bodyAfterHead()
                        .send()
                        .status())
                .isEqualTo(200);
    }

    @Test
    void refusesBodiesBeyondThoseOnTheirWayAtOnce() {
        crawl(ProbeServer.MAX_ARRIVING);
        await().until(() -> ProbeServer.held().startsWith("arriving=" + ProbeServer.MAX_ARRIVING + " "));

        assertThat(connect().startPost("/probe/json", 100).answer())
                .startsWith("HTTP/1.1 503 ")
                .contains("probe OVERLOADED");
        await().until(() -> ProbeServer.post("/probe/json").json("{}").send().status() == 200); // came with its head
    }

    @Test
    void faultsGiveTheirPlaceBack() {
        for (int i = 0; i < 2 * ProbeServer.MAX_IN_FLIGHT; i++) {
            for (var operation : List.of("fault", "later-fault")) {
                assertThat(ProbeServer.post("/probe/" + operation)
                                .body("x")
                                .send()
                                .status())
                        .isEqualTo(500);
            }
        }
    }

    @Test
    void refusalsGiveTheirPlaceBack() {
        for (int i = 0; i < 2 * ProbeServer.MAX_IN_FLIGHT; i++) {
            assertThat(Http.post("/probe/json")
                            .to(ProbeServer.baseUri())
                            .json("{}")
                            .send()
                            .status())
                    .isEqualTo(401);
            assertThat(ProbeServer.post("/probe/nowhere").json("{}").send().status())
                    .isEqualTo(400);
            assertThat(ProbeServer.post("/probe/json")
                            .json("{")
                            .bodyAfterHead()
                            .send()
                            .status())
                    .isEqualTo(400);
        }
    }

    @Test
    void clientsThatLeaveGiveTheirPlaceBack() throws IOException {
        for (int i = 0; i < 2 * ProbeServer.MAX_IN_FLIGHT; i++) {
            connect().startPost("/probe/json", 100).close();
            connect().startPost("/probe/json", 5 << 20).close();
            connect().send(waiting()).close();
        }
        Files.writeString(gate, "open");
    }

    @Test
    void bodiesThatAreTooSlowGiveTheirPlaceBack() {
        crawl(10);

        assertThat(connections).allSatisfy(connection -> assertThat(connection.answer())
                .startsWith("HTTP/1.1 408 ")
                .contains("probe BODY_TOO_SLOW"));
    }

    private static Http postTo(String path, boolean late) {
        var request = Http.post(path).to(ProbeServer.baseUri()).json("{}");
        return late ? request.bodyAfterHead() : request;
    }

    /** Requests that wait for their answer, as many as may. */
    private List<CompletableFuture<Answer>> fillUp() {
        var answers = Stream.generate(() -> CompletableFuture.supplyAsync(this::postUntilAccepted, THREADS))
                .limit(ProbeServer.MAX_IN_FLIGHT)
                .toList();
        await().until(() -> ProbeServer.held().contains("OVERLOADED"));
        return answers;
    }

    /** The question how many there are takes a place, too. */
    private Answer postUntilAccepted() {
        while (true) {
            var answer = ProbeServer.post("/probe/later?file=" + gate).body("x").send();
            if (answer.status() != 503) {
                return answer;
            }
        }
    }

    private void letGo(List<CompletableFuture<Answer>> waiting) throws IOException {
        Files.writeString(gate, "open");
        assertThat(waiting).extracting(answer -> answer.join().body()).containsOnly("Demo client later");
    }

    private void crawl(int clients) {
        for (int i = 0; i < clients; i++) {
            connect().startPost("/probe/json", 1000);
        }
    }

    private RawConnection connect() {
        var connection = new RawConnection(ProbeServer.baseUri());
        connections.add(connection);
        return connection;
    }

    private String waiting() {
        return "POST /probe/later?file=" + gate + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + ProbeDialect.token() + "\r\nContent-Type: text/plain\r\nContent-Length: 1\r\n\r\nx";
    }
}
