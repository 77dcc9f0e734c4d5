package io.parlance.ops;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/** A collector of OpenTelemetry that keeps what it is sent, in protobuf, as text of one character for each byte. */
public final class SpanReceiver {
    private final HttpServer server;
    private final List<String> exports = new CopyOnWriteArrayList<>();

    private SpanReceiver(HttpServer server) {
        this.server = server;
    }

    static SpanReceiver start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var receiver = new SpanReceiver(server);
            server.createContext("/v1/traces", exchange -> {
                receiver.exports.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
                exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
                exchange.sendResponseHeaders(200, -1);
                exchange.close();
            });
            server.start();
            return receiver;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** How often some bytes occur in all that was sent. */
    public int count(String bytes) {
        return exports.stream()
                .mapToInt(export -> export.split(Pattern.quote(bytes), -1).length - 1)
                .sum();
    }
}
