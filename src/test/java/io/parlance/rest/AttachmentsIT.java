package io.parlance.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parlance.it.Http;
import io.parlance.it.RawConnection;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Bodies that go to files: larger and slower than others, and not kept in memory. */
class AttachmentsIT {
    private static final String OCTETS = "application/octet-stream";
    private static final int LARGE = 30 << 20;

    private final List<RawConnection> connections = new ArrayList<>();

    @AfterEach
    void noFileIsLeft() {
        connections.forEach(RawConnection::close);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(Http.get("/probe/files/left")
                        .to(ProbeServer.baseUri())
                        .send()
                        .body())
                .isEqualTo("0"));
        await().untilAsserted(() ->
                assertThat(ProbeServer.held()).isEqualTo("arriving=0 bytes=0 inFlight=1 memory=0 files=0"));
    }

    @Test
    void takesMoreThanAnyOtherBodyMayHave() throws IOException {
        var content = content();

        var answer = ProbeServer.post("/probe/files/plain")
                .header("Content-Type", OCTETS)
                .body(content)
                .send();

        assertThat(answer.body()).isEqualTo("Demo client " + digest(content));
    }

    @Test
    void takesFilesAsPartsOfAForm() throws IOException {
        var content = content();
        var head = "--limit\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.bin\"\r\nContent-Type: "
                + OCTETS + "\r\n\r\n";
        var body = concat(
                head.getBytes(StandardCharsets.US_ASCII),
                content,
                "\r\n--limit--\r\n".getBytes(StandardCharsets.US_ASCII));

        var answer = ProbeServer.post("/probe/files/parts")
                .header("Content-Type", "multipart/form-data; boundary=limit")
                .body(body)
                .send();

        assertThat(answer.body()).isEqualTo("Demo client file:" + digest(content));
    }

    @Test
    void takesSmallFilesThatCameWithTheirHead() throws IOException {
        var content = "small".getBytes(StandardCharsets.US_ASCII);

        var answer = ProbeServer.post("/probe/files/plain")
                .header("Content-Type", OCTETS)
                .body(content)
                .send();

        assertThat(answer.body()).isEqualTo("Demo client " + digest(content));
    }

    @Test
    void refusesMoreThanFilesMayHave() {
        assertThat(open(101 << 20).answer()).startsWith("HTTP/1.1 413 ").contains("probe BODY_TOO_LARGE");
    }

    @Test
    void refusesUnknownCallersWithoutKeepingWhatTheySend() {
        var answer = Http.post("/probe/files/plain")
                .to(ProbeServer.baseUri())
                .header("Content-Type", OCTETS)
                .body(new byte[LARGE / 3])
                .send();

        assertThat(answer.status()).isEqualTo(401);
    }

    /** Other bodies have four seconds in these tests. */
    @Test
    void givesFilesATimeOfTheirOwn() {
        var slow = open(2);
        await().pollDelay(Duration.ofSeconds(5)).until(() -> true);

        assertThat(slow.send("x").answer()).startsWith("HTTP/1.1 200 ").contains("Demo client 2/");
        assertThat(open(2).answer()).startsWith("HTTP/1.1 408 ").contains("probe BODY_TOO_SLOW");
    }

    @Test
    void refusesMoreFilesAtOnceThanThereMayBe() {
        for (int i = 0; i < ProbeServer.MAX_FILES; i++) {
            open(1000);
        }

        await().untilAsserted(() ->
                assertThat(open(1000).answer()).startsWith("HTTP/1.1 503 ").contains("probe OVERLOADED"));
    }

    /** Announces a file and sends its first byte. */
    private RawConnection open(int length) {
        var connection = new RawConnection(ProbeServer.baseUri());
        connections.add(connection);
        return connection.send("POST /probe/files/plain HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + ProbeDialect.token() + "\r\nContent-Type: " + OCTETS + "\r\nContent-Length: " + length
                + "\r\n\r\nx");
    }

    private static byte[] content() {
        var bytes = new byte[LARGE];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    private static byte[] concat(byte[]... pieces) throws IOException {
        var all = new java.io.ByteArrayOutputStream();
        for (var piece : pieces) {
            all.write(piece);
        }
        return all.toByteArray();
    }

    private static String digest(byte[] content) throws IOException {
        return ProbeFilesResource.digest(new ByteArrayInputStream(content));
    }
}
