package io.parlance.rest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * JSON as every dialect reads and writes it. Reading is strict: UTF-8 only, no duplicate members, nothing behind the value,
 * at most 64 levels, 250 000 tokens and 1 M characters a text, no NUL and no lone surrogate anywhere.
 */
public final class Json {
    private static final int MAX_DEPTH = 64;
    private static final int MAX_TEXT = 1_000_000;
    /** Four megabytes of {@code [[],[],…} would become a hundred times as much memory. */
    private static final long MAX_TOKENS = 250_000;

    private static final char REPLACEMENT = '\uFFFD';

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxStringLength(MAX_TEXT)
                            .maxTokenCount(MAX_TOKENS)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private Json() {}

    static JsonMapper mapper() {
        return MAPPER;
    }

    /** Reads a whole body; refuses with {@link Reason#BODY_MALFORMED} what is not one well-formed JSON value. */
    public static JsonNode read(InputStream body) {
        try {
            return read(body.readAllBytes());
        } catch (IOException e) {
            throw malformed("the body cannot be read");
        }
    }

    public static JsonNode read(byte[] body) {
        try {
            var tree = MAPPER.readTree(utf8(body));
            if (tree == null || tree.isMissingNode()) {
                throw malformed("the body is empty");
            }
            StorableText.check(tree);
            return tree;
        } catch (JsonProcessingException | NumberFormatException e) { // the latter for exponents beyond all measure
            throw malformed("the body is not well-formed JSON");
        }
    }

    /** Binds a value that was read to a record; a value of another shape is {@link Reason#INPUT_INVALID}. */
    public static <T> T bind(JsonNode tree, Class<T> type) {
        try {
            return MAPPER.treeToValue(tree, type);
        } catch (JsonProcessingException e) {
            throw new RejectedException(Reason.INPUT_INVALID, "the body does not have the documented shape");
        }
    }

    /** Writes any value as one JSON text. */
    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw unwritable(value, e);
        }
    }

    /** The same, encoded as it goes out. */
    public static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw unwritable(value, e);
        }
    }

    private static IllegalStateException unwritable(Object value, JsonProcessingException cause) {
        return new IllegalStateException("cannot write " + value.getClass().getName() + " as JSON", cause);
    }

    /** What cannot be decoded shows as a replacement character, and only then it matters whether one was sent. */
    private static String utf8(byte[] body) {
        var text = new String(body, StandardCharsets.UTF_8);
        return text.indexOf(REPLACEMENT) < 0 ? text : strictly(body);
    }

    private static String strictly(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw malformed("the body is not UTF-8");
        }
    }

    private static RejectedException malformed(String detail) {
        return new RejectedException(Reason.BODY_MALFORMED, detail);
    }
}
