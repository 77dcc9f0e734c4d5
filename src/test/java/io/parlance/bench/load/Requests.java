package io.parlance.bench.load;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a load sends and what it expects: whole requests made beforehand, sent in turn. Sixteen number signs in a text are
 * replaced, in place, by a number that no other request of the process has.
 *
 * @param texts head and body
 * @param units how many messages one request carries
 * @param status what every answer has to have
 * @param tolerated another status that is no failure but does not count either; 0 for none
 * @param idMember the JSON member of the answer whose values are UUIDs and must never repeat; empty where there is none
 */
public record Requests(List<byte[]> texts, int units, int status, int tolerated, String idMember) {
    /** Is replaced by a number. */
    public static final String NUMBER = "#".repeat(16);

    /** Posts of JSON bodies; each header line ends without a line break. */
    public static Requests post(String path, List<String> headerLines, List<String> bodies) {
        var headers = new StringBuilder();
        headerLines.forEach(line -> headers.append(line).append("\r\n"));
        var texts = bodies.stream()
                .map(body ->
                        "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n%sContent-Length: %d"
                                        .formatted(path, headers, body.getBytes(StandardCharsets.UTF_8).length)
                                + "\r\n\r\n" + body)
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
        return new Requests(texts, 1, 200, 0, "");
    }

    /** Gets, each made of a target and header lines. */
    public static Requests get(List<Get> gets) {
        var texts = gets.stream()
                .map(get -> "GET %s HTTP/1.1\r\nHost: localhost\r\n%s\r\n\r\n"
                        .formatted(get.target(), String.join("\r\n", get.headerLines())))
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
        return new Requests(texts, 1, 200, 0, "");
    }

    /** One request without a body; its header lines end without a line break. */
    public record Get(String target, List<String> headerLines) {}

    /** Tells apart what makes a server run other code: the request line, the size and the answer. */
    public String kind() {
        var text = new String(texts.get(0), StandardCharsets.UTF_8);
        return text.substring(0, text.indexOf('\r')) + " of " + units + " with " + status;
    }

    /** The same for bodies that carry so many messages. */
    public Requests units(int count) {
        return new Requests(texts, count, status, tolerated, idMember);
    }

    public Requests expecting(int expected) {
        return new Requests(texts, units, expected, tolerated, idMember);
    }

    public Requests tolerating(int other) {
        return new Requests(texts, units, status, other, idMember);
    }

    public Requests distinct(String member) {
        return new Requests(texts, units, status, tolerated, member);
    }
}
