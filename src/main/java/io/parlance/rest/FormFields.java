package io.parlance.rest;

import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of an {@code application/x-www-form-urlencoded} body in UTF-8, each of which may be sent once. */
public record FormFields(Map<String, String> values) {
    /** Reads a whole body; refuses with {@link Reason#BODY_MALFORMED} what is no such form. */
    public static FormFields read(InputStream body) {
        var values = new HashMap<String, String>();
        for (var pair : text(body).split("&")) {
            int equals = pair.indexOf('=');
            var name = decode(equals < 0 ? pair : pair.substring(0, equals));
            if (!pair.isEmpty() && values.put(name, equals < 0 ? "" : decode(pair.substring(equals + 1))) != null) {
                throw malformed("a field is sent twice");
            }
        }
        return new FormFields(values);
    }

    /** The value of a field; null where it is absent or empty. */
    public @Nullable String text(String name) {
        var value = values.get(name);
        return value == null || value.isEmpty() ? null : value;
    }

    private static String text(InputStream body) {
        try {
            var bytes = ByteBuffer.wrap(body.readAllBytes());
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            throw malformed("the form is not UTF-8");
        } catch (IOException e) {
            throw malformed("the body cannot be read");
        }
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw malformed("a field is not percent-encoded");
        }
    }

    private static RejectedException malformed(String detail) {
        return new RejectedException(Reason.BODY_MALFORMED, detail);
    }
}
