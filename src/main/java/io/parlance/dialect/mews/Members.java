package io.parlance.dialect.mews;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Map;

/** Reads members of an object: by the documented name, or where that is absent by the same name in other case. */
final class Members {
    private Members() {}

    /** A missing node where the object has no such member, or is none. */
    static JsonNode of(JsonNode object, String name) {
        var exact = object.path(name);
        if (!exact.isMissingNode()) {
            return exact;
        }
        return object.properties().stream()
                .filter(member -> member.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    /** A string of at least one character; refused as {@code Invalid <name>} otherwise. */
    static String requiredText(JsonNode object, String name) {
        var value = of(object, name);
        if (!value.isTextual() || value.textValue().isEmpty()) {
            throw new InvalidParameter(name);
        }
        return value.textValue();
    }
}
