package io.parlance.dialect.travtus;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The members of the {@code review} object; reading collects everything that is wrong with them. */
final class ReviewFields {
    private static final String OBJECT = "review";
    private static final String ONLY_SOURCE = "google";

    private final JsonNode review;
    private final FieldErrors errors;
    private final Map<String, Object> attributes = new LinkedHashMap<>();
    private final String id;
    private final String source;
    private final String comment;
    private final @Nullable Instant createdAt;

    ReviewFields(JsonNode review, FieldErrors errors) {
        this.review = review;
        this.errors = errors;
        id = noted("review_id", Fields.requiredText(review, "review_id"));
        source = readSource();
        comment = noted("comment", Fields.text(review, "comment"));
        keep("title");
        rating();
        createdAt = instant("created_datetime");
        instant("updated_datetime");
    }

    String id() {
        return id;
    }

    String source() {
        return source;
    }

    String comment() {
        return comment;
    }

    @Nullable
    Instant createdAt() {
        return createdAt;
    }

    /** What only this dialect has, by the names of its wire. */
    Map<String, Object> attributes() {
        return attributes;
    }

    /** The reference lists one source; a review that names none has that one. */
    private String readSource() {
        var text = noted("source", Fields.text(review, "source"));
        if (!text.isEmpty() && !text.equals(ONLY_SOURCE)) {
            errors.add(OBJECT, "source", Fields.notAChoice(review.path("source")));
        }
        return ONLY_SOURCE;
    }

    private void keep(String name) {
        var text = noted(name, Fields.text(review, name));
        if (!text.isEmpty()) {
            attributes.put(name, text);
        }
    }

    /** Any finite number, or a text that is one: the file format of the same API writes ratings as texts. */
    private void rating() {
        var value = review.path("rating");
        if (value.isMissingNode() || value.isNull()) {
            return;
        }
        try {
            var number = value.isNumber() || value.isTextual()
                    ? new BigDecimal(value.asText().strip())
                    : null;
            if (number != null && Math.abs((long) number.scale()) < 100) {
                attributes.put("rating", number);
                return;
            }
        } catch (NumberFormatException e) {
            // worded below
        }
        errors.add(OBJECT, "rating", "A valid number is required.");
    }

    private @Nullable Instant instant(String name) {
        var text = noted(name, Fields.text(review, name));
        if (text.isEmpty()) {
            return null;
        }
        var instant = WireTime.parse(text);
        if (instant.isEmpty()) {
            errors.add(OBJECT, name, WireTime.WRONG_FORMAT);
            return null;
        }
        attributes.put(name, text);
        return instant.get();
    }

    private String noted(String name, Fields.Text text) {
        if (text.error() != null) {
            errors.add(OBJECT, name, text.error());
        }
        return text.value() == null ? "" : text.value();
    }
}
