package io.parlance.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.parlance.run.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AwkwardClientsTest {
    private static final Requests REQUESTS = Requests.post("/", List.of(), List.of("{\"much\":\"text\"}"));

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void seesTheAnswerToABodyThatIsTooLarge(boolean chunked) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var threads = Executors.newSingleThreadExecutor();
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(413, -1);
            exchange.close();
        });
        server.start();
        try {
            var post =
                    new BigPost(uri(server.getAddress().getPort()), "POST / HTTP/1.1\r\nHost: x\r\n", 1 << 20, chunked);
            assertThat(post.send()).isEqualTo(413);
        } finally {
            server.stop(0);
            threads.shutdownNow();
        }
    }

    @Test
    void hasNoAnswerFromNobody() {
        assertThat(new BigPost(uri(Ports.free()), "POST / HTTP/1.1\r\n", 10, false).send())
                .isZero();
    }

    @Test
    void sendsAHeadAtOnceAndTheBodyByteByByte() throws IOException {
        try (var server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
                var slow = SlowBodies.open(uri(server.getLocalPort()), REQUESTS, 3);
                var first = server.accept()) {
            assertThat(slow).isNotNull();
            int head = new String(REQUESTS.texts().get(0), StandardCharsets.UTF_8).indexOf('{');
            assertThat(first.getInputStream().readNBytes(head)).endsWith('\r', '\n', '\r', '\n');
            assertThat(first.getInputStream().available()).isZero();
            Awaitility.await().until(() -> first.getInputStream().available() == 1);
        }
    }

    private static URI uri(int port) {
        return URI.create("http://127.0.0.1:" + port + "/");
    }
}
