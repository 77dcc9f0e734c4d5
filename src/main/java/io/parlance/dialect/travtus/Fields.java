package io.parlance.dialect.travtus;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the fields that all channels share, and single fields with the words of the API's framework for what is wrong. */
final class Fields {
    private static final String NOT_A_STRING = "Not a valid string.";
    private static final String NULL = "This field may not be null.";

    private Fields() {}

    /** {@code Inbound} unless the body says {@code Outbound}; any case is taken. */
    static String direction(JsonNode body, FieldErrors errors) {
        var value = body.path("message_direction");
        if (value.isMissingNode() || value.isNull() || value.asText().equalsIgnoreCase("Inbound")) {
            return "Inbound";
        }
        if (!value.asText().equalsIgnoreCase("Outbound")) {
            errors.add("message_direction", notAChoice(value));
        }
        return "Outbound";
    }

    /** Optional members of the envelope, checked for their types. */
    static Map<String, Object> common(JsonNode body, FieldErrors errors) {
        var found = new LinkedHashMap<String, Object>();
        for (var name : new String[] {"first_name", "last_name", "message_uri"}) {
            var text = text(body, name);
            if (text.error() != null) {
                errors.add(name, text.error());
            } else if (text.value() != null) {
                found.put(name, text.value());
            }
        }
        attachmentUrls(body.path("attachment_urls"), found, errors);
        return found;
    }

    private static void attachmentUrls(JsonNode urls, Map<String, Object> found, FieldErrors errors) {
        if (urls.isMissingNode() || urls.isNull()) {
            return;
        }
        if (!urls.isArray()) {
            errors.add("attachment_urls", "Expected a list of items but got type \"" + typeName(urls) + "\".");
            return;
        }
        for (var url : urls) {
            if (!url.isTextual()) {
                errors.add("attachment_urls", NOT_A_STRING);
                return;
            }
        }
        found.put("attachment_urls", urls);
    }

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

    /** A text that must be there and not blank. */
    static Text requiredText(JsonNode object, String name) {
        if (object.path(name).isMissingNode()) {
            return new Text(null, FieldErrors.REQUIRED);
        }
        if (object.path(name).isNull()) {
            return new Text(null, NULL);
        }
        var text = text(object, name);
        boolean blank = text.value() != null && text.value().isBlank();
        return blank ? new Text(null, "This field may not be blank.") : text;
    }

    static String notAChoice(JsonNode value) {
        return "\"" + (value.isValueNode() ? value.asText() : value.toString()) + "\" is not a valid choice.";
    }

    /** The name that the framework's language gives to a JSON type. */
    static String typeName(JsonNode value) {
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
}
