package io.parlance.dialect.highq;

import com.fasterxml.jackson.databind.JsonNode;
import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import io.parlance.rest.Json;
import io.parlance.rest.Xml;
import java.nio.charset.Charset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The two forms of a request body. Both give the same tree, so the rest of the dialect does not know which it was. */
enum RequestForm {
    JSON,
    XML;

    /** Reads a body by its {@code Content-Type}; without one, its first character tells. */
    static JsonNode read(byte[] body, @Nullable String contentType) {
        if (contentType == null || contentType.isBlank()) {
            return sniff(body) == XML ? Xml.read(body, null) : Json.read(body);
        }
        var parts = contentType.split(";");
        return switch (parts.length == 0 ? "" : parts[0].strip().toLowerCase(Locale.ROOT)) {
            case "application/xml", "text/xml" -> Xml.read(body, charset(parts));
            case "application/json" -> Json.read(body);
            default -> throw unsupported("neither XML nor JSON");
        };
    }

    private static RequestForm sniff(byte[] body) {
        for (byte each : body) {
            if (each == '<') {
                return XML;
            }
            if (each > ' ') {
                return JSON; // or nothing of ours, which reading it will tell
            }
        }
        return JSON;
    }

    private static @Nullable Charset charset(String[] parts) {
        for (int i = 1; i < parts.length; i++) {
            var part = parts[i].strip();
            if (part.regionMatches(true, 0, "charset=", 0, 8)) {
                return named(part.substring(8).replace("\"", "").strip());
            }
        }
        return null;
    }

    private static Charset named(String charset) {
        try {
            return Charset.forName(charset);
        } catch (IllegalArgumentException e) {
            throw unsupported("unknown charset");
        }
    }

    private static RejectedException unsupported(String detail) {
        return new RejectedException(Reason.MEDIA_TYPE_UNSUPPORTED, detail);
    }
}
