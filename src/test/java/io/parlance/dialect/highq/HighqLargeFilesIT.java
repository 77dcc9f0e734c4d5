package io.parlance.dialect.highq;

import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.it.Http;
import io.parlance.it.RawConnection;
import io.parlance.it.TestServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Files of the largest size, four at once; the server under test has 512 MiB for everything. */
class HighqLargeFilesIT {
    private static final int LARGEST = 100 << 20;

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final HighqTenant tenant = HighqTenant.create();

    @Test
    void takesAndGivesFourOfTheLargestFilesAtOnce() {
        var uploads = IntStream.range(0, 4)
                .mapToObj(seed -> CompletableFuture.supplyAsync(() -> checkedRoundTrip(seed)))
                .toList();

        assertThat(uploads.stream().map(CompletableFuture::join)).containsExactly(true, true, true, true);
    }

    @Test
    void refusesALargerOne() throws Exception {
        assertThat(CLIENT.send(upload(new Noise(1, LARGEST + 1)), BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(413);
    }

    /** What they do not fetch is kept neither by threads that others need nor by all of the memory. */
    @Test
    @Timeout(240)
    void servesOthersWhileManyFetchNothing() throws Exception {
        var id = id(CLIENT.send(upload(new Noise(9, 20 << 20)), BodyHandlers.ofString()));
        var idle = Stream.generate(RawConnection::new).limit(80).toList();
        try {
            for (var connection : idle) {
                connection.send(
                        "GET /api/4/files/" + id + "/content HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                                + tenant.token() + "\r\n\r\n");
            }
            for (int i = 0; i < 20; i++) {
                assertThat(Http.get("/api/4/conversations")
                                .bearer(tenant.token())
                                .send()
                                .status())
                        .isEqualTo(200);
            }
        } finally {
            idle.forEach(RawConnection::close);
        }
    }

    private static String id(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return answer.body().replaceFirst("(?s).*<id>([0-9]+)</id>.*", "$1");
    }

    private boolean checkedRoundTrip(int seed) {
        try {
            var id = id(CLIENT.send(upload(new Noise(seed, LARGEST)), BodyHandlers.ofString()));
            var download = HttpRequest.newBuilder(URI.create(TestServer.baseUri() + "/api/4/files/" + id + "/content"))
                    .header("Authorization", "Bearer " + tenant.token())
                    .timeout(Duration.ofMinutes(4))
                    .build();
            var file = CLIENT.send(download, BodyHandlers.ofInputStream()).body();
            return checksum(file) == checksum(new Noise(seed, LARGEST));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private HttpRequest upload(InputStream content) {
        var form = new SequenceInputStream(Collections.enumeration(List.of(
                text("--a\r\nContent-Disposition: form-data; name=\"file\"; filename=\"noise\"\r\n\r\n"),
                content,
                text("\r\n--a--\r\n"))));
        return HttpRequest.newBuilder(URI.create(TestServer.baseUri() + UploadRequests.PATH))
                .header("Authorization", "Bearer " + tenant.token())
                .header("Content-Type", "multipart/form-data; boundary=a")
                .timeout(Duration.ofMinutes(4))
                .POST(BodyPublishers.ofInputStream(() -> form))
                .build();
    }

    private static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static long checksum(InputStream content) throws IOException {
        try (var checked = new CheckedInputStream(content, new CRC32())) {
            checked.transferTo(OutputStream.nullOutputStream());
            return checked.getChecksum().getValue();
        }
    }

    /** As many random bytes as wanted, never all at once. */
    private static final class Noise extends InputStream {
        private final byte[] block = new byte[8192];
        private long left;

        private Noise(int seed, long length) {
            new Random(seed).nextBytes(block);
            left = length;
        }

        @Override
        public int read() {
            return left-- > 0 ? block[(int) (left % block.length)] & 0xff : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            int count = (int) Math.min(Math.min(length, block.length), left);
            System.arraycopy(block, 0, target, offset, count);
            target[offset] = (byte) left;
            left -= count;
            return count;
        }
    }
}
