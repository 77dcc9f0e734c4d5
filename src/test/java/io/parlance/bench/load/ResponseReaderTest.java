package io.parlance.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
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

        reader.read();
        assertThat(reader.status()).isEqualTo(200);
        assertThat(reader.bodyText()).isEqualTo("{\"a\":1}");
        assertThat(reader.closing()).isFalse();

        reader.read();
        assertThat(reader.status()).isEqualTo(429);
        assertThat(reader.bodyText()).isEqualTo("no");
        assertThat(reader.closing()).isTrue();
    }

    @Test
    void readsBodiesThatAreLargerThanItsBuffers() throws IOException {
        var body = "x".repeat(300_000);
        var reader =
                new ResponseReader(new Trickle("HTTP/1.1 200 OK\r\nContent-Length: 300000\r\n\r\n" + body, 10_000));
        reader.read();
        assertThat(reader.bodyText()).isEqualTo(body);
    }

    @Test
    void saysWhenAnAnswerBreaksOff() {
        var reader = new ResponseReader(new Trickle("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nab", 100));
        assertThatThrownBy(reader::read).isInstanceOf(EOFException.class);
    }

    private static final class Trickle extends InputStream {
        private final InputStream bytes;
        private final int atOnce;

        private Trickle(String text, int atOnce) {
            this.bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
            this.atOnce = atOnce;
        }

        @Override
        public int read() throws IOException {
            return bytes.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            return bytes.read(target, offset, Math.min(atOnce, length));
        }
    }
}
