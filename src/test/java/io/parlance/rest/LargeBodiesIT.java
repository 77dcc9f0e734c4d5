package io.parlance.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.it.Answer;
import io.parlance.it.RawConnection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that together would be more than the server's memory. */
class LargeBodiesIT {
    private static final int HUGE = 200_000_000;
    private static final int MEBIBYTE = 1 << 20;

    @Test
    void hugeBodiesAreRefusedWhileTheyAreSent() throws Exception {
        var answers = inParallel(4, LargeBodiesIT::postHuge);

        assertThat(answers).allMatch(answer -> answer.startsWith("HTTP/1.1 413 "));
        assertThat(ProbeServer.log()).doesNotContain("OutOfMemoryError");
    }

    /** Each of them becomes many times its size when it is parsed. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1800})
    void manyLargeBodiesAtOnceAreWorkedOnOrRefused(int texts) throws Exception {
        var body = wasteful(texts);

        var answers = inParallel(
                60, () -> ProbeServer.post("/probe/json-size").json(body).send());

        assertThat(answers).extracting(Answer::status).contains(200).isSubsetOf(200, 503, 408);
        assertThat(ProbeServer.log()).doesNotContain("OutOfMemoryError");
        assertThat(ProbeServer.post("/probe/json-size").json(body).send().status())
                .isEqualTo(200);
    }

    /** JSON that needs much memory: nearly as many small values as are allowed, and so many long texts. */
    private static String wasteful(int texts) {
        return "[" + "{\"k\":1},".repeat(62_000) + ("\"" + "ä".repeat(1000) + "\",").repeat(texts) + "0]";
    }

    private static String postHuge() {
        try (var connection = new RawConnection(ProbeServer.baseUri())) {
            connection.send("POST /probe/json HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                    + "Content-Length: " + HUGE + "\r\n\r\n");
            var piece = "x".repeat(MEBIBYTE);
            for (int sent = 0; sent < 12 * MEBIBYTE; sent += piece.length()) {
                connection.send(piece);
            }
            return connection.answer();
        }
    }

    private static <T> List<T> inParallel(int times, Supplier<T> request) throws Exception {
        var pool = Executors.newFixedThreadPool(times);
        try {
            return IntStream.range(0, times)
                    .mapToObj(i -> CompletableFuture.supplyAsync(request, pool))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
        } finally {
            pool.shutdownNow();
        }
    }
}
