package io.parlance.dialect.mews;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.parlance.core.store.Uuids;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads members of an object: by the documented name, or where that is absent by the same name in other case. */
final class Members {
    private static final int MAX_IDS = 1000;

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

    static boolean isAbsent(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    /** One to a thousand ids; refused as {@code Invalid <name>} otherwise. */
    static Set<UUID> requiredIds(JsonNode object, String name) {
        var value = of(object, name);
        if (!value.isArray() || value.isEmpty() || value.size() > MAX_IDS) {
            throw new InvalidParameter(name);
        }
        var ids = new LinkedHashSet<UUID>();
        value.forEach(id -> ids.add(Uuids.parse(id.asText())
                .filter(parsed -> id.isTextual())
                .orElseThrow(() -> new InvalidParameter(name))));
        return ids;
    }

    /** The same, or null where the member is absent or null. */
    static @Nullable Set<UUID> optionalIds(JsonNode object, String name) {
        return isAbsent(of(object, name)) ? null : requiredIds(object, name);
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
