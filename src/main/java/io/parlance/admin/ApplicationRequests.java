package io.parlance.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parlance.core.dialect.Dialect;
import io.parlance.core.dialect.DialectCatalog;
import io.parlance.core.dialect.Setting;
import io.parlance.core.tenant.Application;
import io.parlance.core.tenant.ApplicationFields;
import io.parlance.rest.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
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
            var rule = known.get(setting.getKey());
            if (rule == null) {
                members.refuse(field, "is not a setting; known are " + String.join(", ", known.keySet()));
            } else if (setting.getValue().isNull()) {
                settings.remove(setting.getKey());
            } else if (!setting.getValue().isValueNode()
                    || !rule.takes(setting.getValue().asText())) {
                members.refuse(field, rule.expectation());
            } else {
                settings.set(setting.getKey(), setting.getValue());
            }
        });
    }

    private SortedMap<String, Setting> known() {
        var settings = new TreeMap<String, Setting>();
        settings.put(RATE_LIMIT, Setting.wholeNumber(RATE_LIMIT));
        dialects.all().stream()
                .map(Dialect::settings)
                .flatMap(List::stream)
                .forEach(setting -> settings.put(setting.name(), setting));
        return settings;
    }

    private static ObjectNode parse(String settings) {
        return (ObjectNode) Json.read(settings.getBytes(StandardCharsets.UTF_8));
    }
}
