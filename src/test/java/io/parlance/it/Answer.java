package io.parlance.it;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpHeaders;

/** What the server answered. */
public record Answer(int status, HttpHeaders headers, String body) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    public JsonNode json() {
        try {
            return MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + body, e);
        }
    }

    /** The value of a header, or an empty text. */
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** The media type without parameters: one of the servers adds a charset, the other does not. */
    public String mediaType() {
        return header("Content-Type").replaceFirst("\\s*;.*", "");
    }
}
