package io.parlance.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parlance.core.dialect.DialectCatalog;
import io.parlance.core.tenant.Application;
import io.parlance.core.tenant.ApplicationFields;
import io.parlance.rest.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is said about an application. Its settings merge member by member; null takes a setting away. Which settings
 * there are is for the dialects to say.
 */
@ApplicationScoped
class ApplicationRequests {
    private static final String SETTINGS = "settings";
    /** Read by every dialect that limits requests. */
    private static final String RATE_LIMIT = "rateLimit";

    private static final int MAX_TEXT = 1000;

    @Inject
    DialectCatalog dialects;

    /** The fields of a new application, or of one after a PATCH. */
    ApplicationFields merge(JsonNode body, @Nullable Application current) {
        var members = Members.of(body, "name", SETTINGS);
        var name = members.text("name", Members.NAME, current == null ? null : current.name());
        var settings = current == null ? JsonNodeFactory.instance.objectNode() : parse(current.settings());
        mergeSettings(members, settings);
        members.check();
        return new ApplicationFields(name, Json.write(settings));
    }

    private void mergeSettings(Members members, ObjectNode settings) {
        var sent = members.node(SETTINGS);
        if (sent.isNull()) {
            settings.removeAll();
        } else if (!sent.isMissingNode() && !sent.isObject()) {
            members.refuse(SETTINGS, "must be an object");
        }
        var known = known();
        sent.properties().forEach(setting -> {
            var field = SETTINGS + "." + setting.getKey();
            if (!known.contains(setting.getKey())) {
                members.refuse(field, "is not a setting; known are " + String.join(", ", known));
            } else if (!isScalar(setting.getValue())) {
                members.refuse(field, "must be a string of at most 1000 characters, a number or a boolean");
            } else if (setting.getValue().isNull()) {
                settings.remove(setting.getKey());
            } else {
                settings.set(setting.getKey(), setting.getValue());
            }
        });
    }

    private SortedSet<String> known() {
        var names = new TreeSet<String>();
        names.add(RATE_LIMIT);
        dialects.all().forEach(dialect -> names.addAll(dialect.settings()));
        return names;
    }

    private static boolean isScalar(JsonNode value) {
        return value.isValueNode() && (!value.isTextual() || value.textValue().length() <= MAX_TEXT);
    }

    private static ObjectNode parse(String settings) {
        return (ObjectNode) Json.read(settings.getBytes(StandardCharsets.UTF_8));
    }
}
