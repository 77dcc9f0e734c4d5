package io.parlance.ops.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.parlance.it.TestServer;
import io.parlance.run.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code server-config/doctor}: what it prints and how it ends. */
class CommandLineIT {
    private static final Map<String, String> TOKEN = Map.of("PARLANCE_ADMIN_TOKEN", TestServer.adminToken());

    @TempDir
    Path folder;

    @Test
    void printsTheReportAndEndsWell() {
        var outcome = CommandLine.run(TOKEN, TestServer.baseUri().toString());

        assertThat(outcome.errors()).isEmpty();
        assertThat(outcome.output()).startsWith("warning at ").contains("\nok       postgresql-reachable");
        assertThat(outcome.status()).isZero();
    }

    @Test
    void readsTheTokenFromAFileAndTheAddressFromTheEnvironment() throws IOException {
        var file = Files.writeString(folder.resolve("token"), TestServer.adminToken() + "\n");

        var outcome = CommandLine.run(
                Map.of("PARLANCE_ADMIN_TOKEN_FILE", file.toString(), "PARLANCE_URL", TestServer.baseUri() + "/"));

        assertThat(outcome.errors()).isEmpty();
        assertThat(outcome.status()).isZero();
    }

    @Test
    void saysWhyItCouldNotAsk() throws IOException {
        var address = TestServer.baseUri().toString();
        var nobody = "http://127.0.0.1:" + Ports.free();

        assertGivesUp(CommandLine.run(Map.of(), address), "there is no admin token");
        assertGivesUp(CommandLine.run(Map.of("PARLANCE_ADMIN_TOKEN", "x"), address), "refuses this admin token");
        assertGivesUp(CommandLine.run(Map.of("PARLANCE_ADMIN_TOKEN", "a\"b"), address), "has a quote, a backslash");
        assertGivesUp(CommandLine.run(Map.of("PARLANCE_ADMIN_TOKEN", "a\nurl=b"), address), "or several lines");
        assertGivesUp(CommandLine.run(Map.of("PARLANCE_ADMIN_TOKEN_FILE", "/nowhere"), address), "cannot be read");
        assertGivesUp(CommandLine.run(TOKEN, nobody), nobody + " cannot be asked: curl: (7)");
        assertGivesUp(CommandLine.run(TOKEN, address + "/nowhere"), "there is no Parlance with a doctor");
        assertGivesUp(CommandLine.run(TOKEN, "a", "b"), "there are 2 arguments");
    }

    @ParameterizedTest
    @CsvSource({
        "200, failed at noon, 1",
        "200, warning at noon, 0",
        "200, unknown at noon, 0",
        "200, ok at noon, 0",
        "200, It works!, 2",
        "200, ok, 2",
        "503, {}, 2",
        "500, {}, 2"
    })
    void endsAsTheReportSays(int answered, String report, int status) throws IOException {
        try (var server = new FakeServer(answered, report)) {
            assertThat(CommandLine.run(TOKEN, server.address()).status()).isEqualTo(status);
        }
    }

    /** Whoever looks at the list of processes while it asks must not see the token. */
    @Test
    void keepsTheTokenOffTheCommandLine() throws Exception {
        try (var server = new FakeServer(200, "ok")) {
            CommandLine.run(TOKEN, server.address());

            assertThat(server.commandLines.take()).contains("curl").doesNotContain(TestServer.adminToken());
            assertThat(server.tokens.take()).isEqualTo("Bearer " + TestServer.adminToken());
        }
    }

    /** A proxy for all of this machine's ways out, or an operator's own curl settings, must not change what is asked. */
    @Test
    void asksTheServerAndNoProxy() throws IOException {
        try (var server = new FakeServer(200, "ok at noon");
                var proxy = new FakeServer(200, "ok at noon")) {
            Files.writeString(folder.resolve(".curlrc"), "include\n");
            var environment = new HashMap<>(TOKEN);
            environment.put("HOME", folder.toString());
            environment.put("http_proxy", proxy.address());

            assertThat(CommandLine.run(environment, server.address()).status()).isZero();
            assertThat(proxy.tokens).isEmpty();
        }
    }

    private static void assertGivesUp(CommandLine.Outcome outcome, String sentence) {
        assertThat(outcome.errors()).startsWith("doctor: ").contains(sentence);
        assertThat(outcome.output()).isEmpty();
        assertThat(outcome.status()).isEqualTo(2);
    }

    /** Answers one thing, and notes all command lines of this machine while it is asked. */
    private static final class FakeServer implements AutoCloseable {
        final BlockingQueue<String> commandLines = new LinkedBlockingQueue<>();
        final BlockingQueue<String> tokens = new LinkedBlockingQueue<>();
        private final HttpServer http;

        FakeServer(int status, String report) throws IOException {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            http.createContext("/", exchange -> {
                var lines = new StringBuilder();
                ProcessHandle.allProcesses().forEach(process -> lines.append(
                                process.info().commandLine().orElse(""))
                        .append('\n'));
                commandLines.add(lines.toString());
                tokens.add(exchange.getRequestHeaders().getFirst("Authorization"));
                var body = report.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(status, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            http.start();
        }

        String address() {
            return "http://127.0.0.1:" + http.getAddress().getPort();
        }

        @Override
        public void close() {
            http.stop(0);
        }
    }
}
