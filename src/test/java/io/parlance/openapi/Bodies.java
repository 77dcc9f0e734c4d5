package io.parlance.openapi;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Bodies as the trees that schemas are about. */
final class Bodies {
    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private Bodies() {}

    /** Empty where the media type is one whose bodies are not looked into. */
    static Optional<JsonNode> read(String mediaType, byte[] body) throws IOException {
        if (mediaType.equals("application/json") || mediaType.endsWith("+json")) {
            return Optional.of(MAPPER.readTree(body));
        }
        return mediaType.equals("application/x-www-form-urlencoded") ? Optional.of(form(body)) : Optional.empty();
    }

    static boolean isXml(String mediaType) {
        return mediaType.equals("application/xml") || mediaType.equals("text/xml") || mediaType.endsWith("+xml");
    }

    private static JsonNode form(byte[] body) {
        var members = JsonNodeFactory.instance.objectNode();
        for (var pair : new String(body, StandardCharsets.UTF_8).split("&")) {
            var parts = pair.split("=", 2);
            members.put(decoded(parts[0]), parts.length > 1 ? decoded(parts[1]) : "");
        }
        return members;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** A header or a parameter of a query, by the type that its schema names. */
    static JsonNode value(String text, Place schema) {
        boolean number = schema.text("type").equals("integer") && text.matches("-?\\d{1,18}");
        var nodes = JsonNodeFactory.instance;
        return number ? nodes.numberNode(Long.parseLong(text)) : nodes.textNode(text);
    }
}
