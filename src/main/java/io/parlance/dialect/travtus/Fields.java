package io.parlance.dialect.travtus;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads single fields, with the words of the API's framework for what is wrong. */
final class Fields {
    static final String NO_NUMBER = "A valid number is required.";
    static final String NO_INTEGER = "A valid integer is required.";

    private static final String NOT_A_STRING = "Not a valid string.";
    private static final int MAX_DIGITS = 1000;

    private Fields() {}

    /** A text member: absent and null are no text; a number counts as its digits, as the framework has it. */
    static Text text(JsonNode object, String name) {
        var value = object.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return new Text(null, null);
        }
        if (value.isTextual() || value.isNumber()) {
            return new Text(value.asText(), null);
        }
        return new Text(null, NOT_A_STRING);
    }

    /** A text that must be there, but may be empty. */
    static Text writtenText(JsonNode object, String name) {
        var value = object.path(name);
        return value.isMissingNode() || value.isNull() ? new Text(null, absent(value)) : text(object, name);
    }

    /** A text that must be there and not blank. */
    static Text requiredText(JsonNode object, String name) {
        var text = writtenText(object, name);
        boolean blank = text.value() != null && text.value().isBlank();
        return blank ? new Text(null, FieldErrors.BLANK) : text;
    }

    /** An array of texts; absent and null are no array. */
    static Texts texts(JsonNode object, String name) {
        var value = object.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return new Texts(null, null);
        }
        if (!value.isArray()) {
            return new Texts(null, "Expected a list of items but got type \"" + typeName(value) + "\".");
        }
        for (var element : value) {
            if (!element.isTextual()) {
                return new Texts(null, NOT_A_STRING);
            }
        }
        return new Texts(value, null);
    }

    /** Any finite number of sensible length, or a text that is one: the file format of the same API writes numbers as texts. */
    static Optional<BigDecimal> number(JsonNode value) {
        if (value.isNumber()) {
            return Optional.of(value.decimalValue()).filter(Fields::isSensible);
        }
        if (!value.isTextual() || value.textValue().length() > MAX_DIGITS) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(value.textValue().strip())).filter(Fields::isSensible);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The same for integers; a fraction of zeros is none. */
    static Optional<Long> wholeNumber(JsonNode value) {
        try {
            return number(value).map(BigDecimal::longValueExact);
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }

    /** Larger ones, and longer ones, are no figure but an attack on whoever writes out their digits. */
    private static boolean isSensible(BigDecimal number) {
        return Math.abs((long) number.scale()) <= MAX_DIGITS && number.precision() <= MAX_DIGITS;
    }

    /** What is said about a member that must be there. */
    static String absent(JsonNode value) {
        return value.isNull() ? FieldErrors.NULL : FieldErrors.REQUIRED;
    }

    static String tooLong(int most) {
        return "Ensure this field has no more than " + most + " characters.";
    }

    static String notAnObject(JsonNode value) {
        return "Invalid data. Expected a dictionary, but got " + typeName(value) + ".";
    }

    static String notAChoice(JsonNode value) {
        return "\"" + (value.isValueNode() ? value.asText() : value.toString()) + "\" is not a valid choice.";
    }

    /** The name that the framework's language gives to a JSON type. */
    private static String typeName(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> "str";
            case NUMBER -> value.isIntegralNumber() ? "int" : "float";
            case BOOLEAN -> "bool";
            case ARRAY -> "list";
            default -> "dict";
        };
    }

    /** A text, or what is wrong with it. */
    record Text(@Nullable String value, @Nullable String error) {}

    /** An array of texts, or what is wrong with it. */
    record Texts(@Nullable JsonNode value, @Nullable String error) {}
}
