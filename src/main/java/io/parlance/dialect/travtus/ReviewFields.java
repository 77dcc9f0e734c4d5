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
    /** The reference names no limit; this one is what fits into the key of a row. */
    private static final int MAX_ID = 500;

    private static final int MAX_DIGITS = 1000;

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
        if (id.length() > MAX_ID) {
            errors.add(OBJECT, "review_id", "Ensure this field has no more than " + MAX_ID + " characters.");
        }
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
            var number = value.isTextual() && value.textValue().length() <= MAX_DIGITS
                    ? new BigDecimal(value.textValue().strip())
                    : value.isNumber() ? value.decimalValue() : null;
            if (number != null && isFinite(number)) {
                attributes.put("rating", number);
                return;
            }
        } catch (NumberFormatException e) {
            // worded below
        }
        errors.add(OBJECT, "rating", "A valid number is required.");
    }

    /** Larger ones, and longer ones, are no rating but an attack on whoever writes out their digits. */
    private static boolean isFinite(BigDecimal number) {
        return Math.abs((long) number.scale()) <= MAX_DIGITS && number.precision() <= MAX_DIGITS;
    }

    private @Nullable Instant instant(String name) {
        var text = noted(name, Fields.text(review, name));
        if (text.isBlank()) {
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
