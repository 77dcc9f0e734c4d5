package io.parlance.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import io.parlance.rest.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the members of a request's body, strictly: unknown ones and other types are refused. It serves POST and PATCH alike
 * ({@code application/merge-patch+json} in spirit): an absent member keeps the current value, and null clears what may be
 * null. What is wrong is collected; {@link #check} refuses all of it at once.
 */
final class Members {
    static final Length NAME = new Length(1, 200);

    private final JsonNode body;
    private final List<Problem.Invalid> errors = new ArrayList<>();

    /** How many characters a text may have. */
    record Length(int min, int max) {
        boolean fits(String text) {
            int length = text.codePointCount(0, text.length());
            return length >= min && length <= max;
        }
    }

    private Members(JsonNode body) {
        this.body = body;
    }

    static Members of(@Nullable JsonNode body, String... allowed) {
        if (body == null || !body.isObject()) {
            throw new RejectedException(Reason.BODY_MALFORMED, "the body must be a JSON object");
        }
        var members = new Members(body);
        var known = Set.of(allowed);
        for (var name : (Iterable<String>) body::fieldNames) {
            if (!known.contains(name)) {
                members.refuse(name, "is not known here; known are " + String.join(", ", allowed));
            }
        }
        return members;
    }

    boolean has(String name) {
        return body.has(name);
    }

    JsonNode node(String name) {
        return body.path(name);
    }

    /** A text that must be there, in the body or before it. */
    String text(String name, Length length, @Nullable String current) {
        var text = optionalText(name, length, current);
        if (text != null) {
            return text;
        }
        if (!isRefused(name)) {
            refuse(name, has(name) ? "must not be null" : "is required");
        }
        return "";
    }

    @Nullable
    String optionalText(String name, Length length, @Nullable String current) {
        var value = body.path(name);
        if (value.isMissingNode()) {
            return current;
        }
        if (value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            refuse(name, "must be a string");
            return null;
        }
        var text = value.textValue();
        if (text.isBlank() || !length.fits(text)) {
            refuse(name, "must have " + length.min() + " to " + length.max() + " characters and not be blank");
        }
        return text;
    }

    /** One of some words that must be there, in the body or before it. */
    String word(String name, List<String> words, @Nullable String current) {
        var word = text(name, NAME, current);
        if (!isRefused(name) && !words.contains(word)) {
            refuse(name, "must be one of " + String.join(", ", words));
        }
        return word;
    }

    boolean flag(String name, boolean current) {
        var value = body.path(name);
        if (!value.isMissingNode() && !value.isBoolean()) {
            refuse(name, "must be true or false");
        }
        return value.asBoolean(current);
    }

    @Nullable
    Duration seconds(String name, long min, long max) {
        var number = number(name, min, max);
        return number == null ? null : Duration.ofSeconds(number);
    }

    @Nullable
    Integer optionalNumber(String name, int min, int max, @Nullable Integer current) {
        if (!has(name)) {
            return current;
        }
        var number = number(name, min, max);
        return number == null ? null : Math.toIntExact(number);
    }

    private @Nullable Long number(String name, long min, long max) {
        var value = body.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isIntegralNumber()
                || !value.canConvertToLong()
                || value.longValue() < min
                || value.longValue() > max) {
            refuse(name, "must be a whole number from " + min + " to " + max);
            return null;
        }
        return value.longValue();
    }

    /** The elements of an array; none where the member is absent or null. */
    List<JsonNode> elements(String name, int max) {
        var value = body.path(name);
        var elements = new ArrayList<JsonNode>();
        if (value.getNodeType() == JsonNodeType.ARRAY && value.size() <= max) {
            value.forEach(elements::add);
        } else if (!value.isMissingNode() && !value.isNull()) {
            refuse(name, "must be an array of at most " + max + " elements");
        }
        return elements;
    }

    private boolean isRefused(String name) {
        return errors.stream().anyMatch(error -> error.field().equals(name));
    }

    void refuse(String field, String detail) {
        errors.add(new Problem.Invalid(field, detail));
    }

    void check() {
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
    }
}
