package io.parlance.it;

import io.parlance.openapi.Conformance;
import io.parlance.openapi.Exchange;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request, to the server under test unless another is named, built up and sent: {@code Http.post("/messages/").json("{}").send()}.
 * What is sent and answered must be as the OpenAPI document of the dialect says, if it has one.
 */
public final class Http {
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final String method;
    private final String path;
    private final List<String> headers = new ArrayList<>();
    private byte[] body = {};
    private boolean bodyAfterHead;
    private boolean described = true;
    private @Nullable URI server;

    private Http(String method, String path) {
        this.method = method;
        this.path = path;
    }

    public static Http request(String method, String path) {
        return new Http(method, path);
    }

    public static Http get(String path) {
        return request("GET", path);
    }

    public static Http post(String path) {
        return request("POST", path);
    }

    /** Sends it to this server, given without a slash at the end, instead of the one under test. */
    public Http to(URI base) {
        server = base;
        return this;
    }

    public Http header(String name, String value) {
        Secrets.noteHeader(name, value);
        headers.add(name);
        headers.add(value);
        return this;
    }

    public Http bearer(String token) {
        return header("Authorization", "Bearer " + token);
    }

    /** A body with {@code Content-Type: application/json}. */
    public Http json(String text) {
        return header("Content-Type", "application/json").body(text);
    }

    public Http xml(String text) {
        return header("Content-Type", "application/xml").body(text);
    }

    /** A body without a content type. */
    public Http body(String text) {
        return body(text.getBytes(StandardCharsets.UTF_8));
    }

    public Http body(byte[] bytes) {
        body = bytes;
        return this;
    }

    /** Has the server accept more than the document describes; the answer must still be as documented. */
    public Http undocumented() {
        described = false;
        return this;
    }

    /** Sends the body only when the server asks for it, so that it cannot be there when the request starts. */
    public Http bodyAfterHead() {
        bodyAfterHead = true;
        return this;
    }

    public Answer send() {
        var base = server == null ? TestServer.baseUri() : server;
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body))
                .expectContinue(bodyAfterHead)
                .timeout(Duration.ofSeconds(60));
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        Secrets.noteBody(new String(body, StandardCharsets.UTF_8));
        var answer = send(request.build());
        Secrets.noteBody(answer.body());
        Conformance.check(
                new Exchange(
                        method,
                        path,
                        new Exchange.Message(request.build().headers(), body),
                        answer.status(),
                        new Exchange.Message(answer.headers(), answer.body().getBytes(StandardCharsets.UTF_8))),
                described);
        return answer;
    }

    private Answer send(HttpRequest request) {
        try {
            var response = CLIENT.send(request, BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new AssertionError("no answer from " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
