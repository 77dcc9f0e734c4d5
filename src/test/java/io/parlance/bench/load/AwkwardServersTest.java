package io.parlance.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.bench.measure.Amount;
import io.parlance.run.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever a server does with its connections, a load counts the answers and nothing else. */
class AwkwardServersTest {
    private static final Duration WHILE = Duration.ofMillis(300);
    private static final Duration PATIENCE = Duration.ofMillis(100);
    private static final int CONNECTIONS = 4;
    private static final Requests SMALL = post("{\"much\":\"text\"}");
    private static final Requests LARGE = post("x".repeat(8 << 20));
    private static final String ANSWER = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Socket> accepted = new CopyOnWriteArrayList<>();
    private ServerSocket server;

    /** What the server does on a connection. */
    private interface Manner {
        void serve(Socket client) throws IOException;
    }

    @BeforeEach
    void open() throws IOException {
        server = new ServerSocket();
        server.setReceiveBufferSize(4 << 10);
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    @AfterEach
    void close() throws IOException {
        server.close();
        closeAccepted();
        threads.shutdownNow();
    }

    @Test
    void readsAnswersThatArriveByteByByte() {
        serve(client -> {
            client.setTcpNoDelay(true);
            while (read(client, SMALL)) {
                for (byte next : ANSWER.getBytes(StandardCharsets.UTF_8)) {
                    client.getOutputStream().write(next);
                }
            }
        });
        assertThat(cleanUnits(SMALL)).isGreaterThanOrEqualTo(CONNECTIONS);
    }

    @Test
    void sendsRequestsThatAreLargerThanTheBuffersOfASocket() {
        serve(client -> {
            while (read(client, LARGE)) {
                answer(client, ANSWER);
            }
        });
        assertThat(cleanUnits(LARGE)).isGreaterThanOrEqualTo(CONNECTIONS);
    }

    @Test
    void seesTheAnswerToARequestThatTheServerDoesNotReadToItsEnd() {
        serve(client -> {
            client.getInputStream().readNBytes(10);
            answer(client, ANSWER);
        });
        assertThat(cleanUnits(LARGE)).isGreaterThan(CONNECTIONS);
        assertThat(accepted).hasSizeGreaterThan(CONNECTIONS);
    }

    @Test
    void opensAgainWhatTheServerClosesWithAnAnswer() {
        serve(client -> {
            try (client) {
                read(client, SMALL);
                answer(client, ANSWER.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n"));
            }
        });
        assertThat(cleanUnits(SMALL)).isEqualTo(accepted.size());
    }

    @Test
    void opensAgainWhatTheServerClosesBetweenSlices() throws IOException {
        serve(AwkwardServersTest::answerAll);
        try (var load = HttpLoad.closedLoop(uri(), SMALL, CONNECTIONS)) {
            requireClean(load.run(WHILE));
            closeAccepted();
            requireClean(load.run(WHILE));
        }
        assertThat(accepted).hasSize(2 * CONNECTIONS);
    }

    @Test
    void restsAfterAFailure() {
        serve(client -> {
            try (client) {
                read(client, SMALL);
            }
        });
        try (var load = HttpLoad.closedLoop(uri(), SMALL, 1)) {
            var amount = load.run(WHILE);
            assertThat(amount.units()).isZero();
            assertThat(amount.failures()).isBetween(2L, WHILE.toMillis() / 5);
            assertThat(amount.firstFailure()).isEqualTo("the connection ended within an answer");
        }
    }

    @Test
    void countsServersThatAreNotThereAsFailures() {
        try (var load = HttpLoad.closedLoop(URI.create("http://127.0.0.1:" + Ports.free() + "/"), SMALL, 1)) {
            var amount = load.run(WHILE);
            assertThat(amount.failures()).isBetween(2L, WHILE.toMillis() / 5);
            assertThat(amount.firstFailure()).isEqualTo("Connection refused");
        }
    }

    @Test
    void givesUpAnswersThatDoNotCome() {
        serve(client -> {
            read(client, SMALL);
            answer(client, ANSWER);
            read(client, SMALL);
        });
        try (var load = HttpLoad.closedLoop(uri(), SMALL, CONNECTIONS, PATIENCE)) {
            var amount = load.run(WHILE);
            assertThat(amount.units()).isEqualTo(CONNECTIONS);
            assertThat(amount.failures()).isEqualTo(CONNECTIONS);
            assertThat(amount.firstFailure()).isEqualTo("no answer");
            assertThat(amount.seconds()).isBetween(0.4, 10.0);
        }
    }

    private void serve(Manner manner) {
        threads.execute(() -> {
            while (!server.isClosed()) {
                accept(manner);
            }
        });
    }

    private void accept(Manner manner) {
        try {
            var client = server.accept();
            accepted.add(client);
            threads.execute(() -> {
                try {
                    manner.serve(client);
                } catch (IOException gone) {
                    // the load sees it
                }
            });
        } catch (IOException closed) {
            // the test is over
        }
    }

    private static void answerAll(Socket client) throws IOException {
        while (read(client, SMALL)) {
            answer(client, ANSWER);
        }
    }

    /** Whether the whole request was there; whoever sends anything else is hung up on. */
    private static boolean read(Socket client, Requests requests) throws IOException {
        byte[] expected = requests.texts().get(0);
        if (!Arrays.equals(client.getInputStream().readNBytes(expected.length), expected)) {
            client.close();
            return false;
        }
        return true;
    }

    private static void answer(Socket client, String text) throws IOException {
        client.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    private void closeAccepted() throws IOException {
        for (var client : accepted) {
            client.close();
        }
    }

    private long cleanUnits(Requests requests) {
        try (var load = HttpLoad.closedLoop(uri(), requests, CONNECTIONS)) {
            return requireClean(load.run(WHILE)).units();
        }
    }

    private static Amount requireClean(Amount amount) {
        assertThat(amount.failures()).as(amount.firstFailure()).isZero();
        return amount;
    }

    private URI uri() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/");
    }

    private static Requests post(String body) {
        return Requests.post("/", List.of(), List.of(body));
    }
}
