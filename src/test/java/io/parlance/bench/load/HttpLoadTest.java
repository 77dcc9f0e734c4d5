package io.parlance.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpLoadTest {
    private static final Duration WHILE = Duration.ofMillis(300);

    private final Set<String> bodies = ConcurrentHashMap.newKeySet();
    private HttpServer server;
    private volatile int status = 200;
    private volatile Duration delay = Duration.ZERO;
    private volatile Supplier<String> id = () -> UUID.randomUUID().toString();

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", exchange -> {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            LockSupport.parkNanos(delay.toNanos());
            var answer = ("{\"id\":\"" + id.get() + "\"}").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bodies.size() % 2 == 0 ? 0 : answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void sendsEveryRequestWithANumberOfItsOwn() {
        try (var load = HttpLoad.closedLoop(uri(), requests(), 4)) {
            var amount = load.run(WHILE);
            assertThat(amount.failures()).as(amount.firstFailure()).isZero();
            assertThat(amount.units()).isPositive().isEqualTo(bodies.size());
            assertThat(amount.latency().getTotalCount()).isEqualTo(amount.units());
            assertThat(bodies).allMatch(body -> body.matches("\\{\"n\":\"[0-9a-f]{16}\"}"));
            assertThat(load.repeatedIds()).isZero();
        }
    }

    @Test
    void seesIdsThatRepeat() {
        id = () -> "0199f0a0-0000-7000-8000-000000000001";
        try (var load = HttpLoad.closedLoop(uri(), requests(), 2)) {
            long units = load.run(WHILE).units();
            assertThat(load.repeatedIds()).isEqualTo(units - 1);
        }
    }

    @Test
    void countsAnotherStatusAsAFailure() {
        status = 503;
        try (var load = HttpLoad.closedLoop(uri(), requests(), 1)) {
            var amount = load.run(WHILE);
            assertThat(amount.units()).isZero();
            assertThat(amount.firstFailure()).startsWith("503 {\"id\"");
        }
    }

    @Test
    void keepsToItsRateHoweverFastTheServerIs() {
        try (var load = HttpLoad.openLoop(uri(), requests(), 4, 50)) {
            assertThat(load.run(Duration.ofSeconds(1)).units()).isBetween(40L, 50L);
        }
    }

    @Test
    void countsLatencyFromTheTimeAtWhichARequestWasDue() {
        delay = Duration.ofMillis(50);
        try (var load = HttpLoad.openLoop(uri(), requests(), 1, 100)) {
            var amount = load.run(Duration.ofSeconds(1));
            assertThat(amount.failures()).as(amount.firstFailure()).isZero();
            assertThat(amount.millis(0)).isLessThan(300);
            assertThat(amount.millis(100)).isGreaterThan(500);
        }
    }

    @Test
    void finishesWhatItHasBegun() {
        delay = Duration.ofMillis(500);
        try (var load = HttpLoad.closedLoop(uri(), requests(), 3)) {
            var amount = load.run(Duration.ofMillis(50));
            assertThat(amount.units()).isEqualTo(3);
            assertThat(amount.seconds()).isBetween(0.5, 10.0);
        }
    }

    private URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    private static Requests requests() {
        return Requests.post("/", List.of(), List.of("{\"n\":\"" + Requests.NUMBER + "\"}"))
                .distinct("id");
    }
}
