package io.parlance.openapi;

import java.net.URLDecoder;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A request and its answer.
 *
 * @param target path and query
 */
public record Exchange(String method, String target, Message sent, int status, Message answered) {

    /** The headers and the body of either. */
    public record Message(HttpHeaders headers, byte[] body) {
        /** Without parameters; empty where there is none. */
        String mediaType() {
            return headers.firstValue("Content-Type")
                    .orElse("")
                    .replaceFirst("\\s*;.*", "")
                    .toLowerCase(Locale.ROOT);
        }
    }

    String path() {
        return target.replaceFirst("\\?.*", "");
    }

    /** Where the path leads once its escapes and its ways up are followed. */
    String place() {
        var decoded = URLDecoder.decode(path().replace("+", "%2B"), StandardCharsets.UTF_8);
        return Path.of(decoded.replace("\0", "")).normalize().toString();
    }

    Optional<String> query(String name) {
        var query = target.contains("?") ? target.substring(target.indexOf('?') + 1) : "";
        return Stream.of(query.split("&"))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8))
                .findFirst();
    }

    boolean succeeded() {
        return status >= 200 && status < 300;
    }

    @Override
    public String toString() {
        return method + " " + target + " -> " + status;
    }
}
