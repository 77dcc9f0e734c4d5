package io.parlance.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseReaderTest {
    private static final String CHUNKED =
            """
            HTTP/1.1 200 OK\r
            Transfer-Encoding: chunked\r
            \r
            3\r
            {"a\r
            4;extension=1\r
            ":1}\r
            0\r
            Trailer: x\r
            \r
            """;
    private static final String WITH_LENGTH =
            """
            HTTP/1.1 429 Too Many Requests\r
            CONTENT-LENGTH: 2\r
            Connection: close\r
            \r
            no""";

    /** However the bytes arrive, the answers are the same. */
    @ParameterizedTest
    @ValueSource(ints = {1, 7, 100_000})
    void readsOneAnswerAfterTheOther(int atOnce) throws IOException {
        var reader = new ResponseReader(new Trickle(CHUNKED + WITH_LENGTH, atOnce));

        complete(reader);
        assertThat(reader.status()).isEqualTo(200);
        assertThat(reader.bodyText()).isEqualTo("{\"a\":1}");
        assertThat(reader.closing()).isFalse();

        complete(reader);
        assertThat(reader.status()).isEqualTo(429);
        assertThat(reader.bodyText()).isEqualTo("no");
        assertThat(reader.closing()).isTrue();
    }

    @Test
    void readsBodiesThatAreLargerThanItsBuffers() throws IOException {
        var body = "x".repeat(300_000);
        var reader =
                new ResponseReader(new Trickle("HTTP/1.1 200 OK\r\nContent-Length: 300000\r\n\r\n" + body, 10_000));
        complete(reader);
        assertThat(reader.bodyText()).isEqualTo(body);
    }

    @Test
    void waitsForTheRestOfAnAnswer() throws IOException {
        var reader = new ResponseReader(new Trickle(WITH_LENGTH, WITH_LENGTH.length() - 1));
        assertThat(reader.read()).isFalse();
        assertThat(reader.read()).isTrue();
        assertThat(reader.bodyText()).isEqualTo("no");
    }

    @Test
    void readsAnswersWithoutABody() throws IOException {
        var reader = new ResponseReader(new Trickle("HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n", 100));
        complete(reader);
        assertThat(reader.status()).isEqualTo(202);
        assertThat(reader.bodyLength()).isZero();
    }

    @Test
    void saysWhenAnAnswerBreaksOff() {
        var reader = new ResponseReader(new Trickle("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nab", 100));
        assertThatThrownBy(() -> complete(reader)).isInstanceOf(EOFException.class);
    }

    private static void complete(ResponseReader reader) throws IOException {
        boolean complete = false;
        while (!complete) {
            complete = reader.read();
        }
    }

    /** Has nothing each time after it had something, like a channel that does not block. */
    private static final class Trickle implements ReadableByteChannel {
        private final ByteBuffer bytes;
        private final int atOnce;
        private boolean dry;

        private Trickle(String text, int atOnce) {
            this.bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            this.atOnce = atOnce;
        }

        @Override
        public int read(ByteBuffer target) {
            dry = !dry;
            if (!dry) {
                return 0;
            }
            if (!bytes.hasRemaining()) {
                return -1;
            }
            int size = Math.min(Math.min(atOnce, bytes.remaining()), target.remaining());
            target.put(bytes.slice().limit(size));
            bytes.position(bytes.position() + size);
            return size;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {
            // there is nothing to close
        }
    }
}
