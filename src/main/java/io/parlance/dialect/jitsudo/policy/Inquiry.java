package io.parlance.dialect.jitsudo.policy;

import com.cedarpolicy.model.AuthorizationRequest;
import com.cedarpolicy.model.entity.Entity;
import com.cedarpolicy.value.EntityTypeName;
import com.cedarpolicy.value.EntityUID;
import com.cedarpolicy.value.PrimBool;
import com.cedarpolicy.value.PrimLong;
import com.cedarpolicy.value.PrimString;
import com.cedarpolicy.value.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One question to the policies: may this principal do that with this access? There is nothing else that an answer depends on.
 *
 * @param action the word of policies; for the access itself also what is wanted, such as {@code assume}
 * @param onResource whether it is about the resource of AWS; otherwise it is about the access request
 * @param hour of the day, UTC
 */
record Inquiry(Principal principal, String action, boolean onResource, AccessFacts access, int hour) {
    private static final String NOBODY = "nobody";
    private static final String UNKNOWN = "unknown";
    private static final Map<String, EntityTypeName> TYPES = new ConcurrentHashMap<>();

    Inquiry about(String otherAction) {
        return new Inquiry(principal, otherAction, onResource, access, hour);
    }

    String resourceType() {
        return onResource ? awsType() : PolicySchema.ACCESS_REQUEST;
    }

    AuthorizationRequest request() {
        return new AuthorizationRequest(
                uid(principal.type(), principal.names().get(0)),
                uid("Action", action),
                resource(),
                Optional.of(context()),
                Optional.empty(),
                false);
    }

    Set<Entity> entities() {
        var self = uid(principal.type(), principal.names().get(0));
        var parents = principal.ancestors().stream()
                .map(ancestor -> uid(ancestor.type(), ancestor.id()))
                .filter(ancestor -> !ancestor.equals(self))
                .collect(Collectors.toSet());
        var attributes = new HashMap<String, Value>();
        principal.attributes().forEach((name, value) -> attributes.put(name, new PrimString(value)));
        var found = new HashSet<Entity>();
        found.add(new Entity(self, attributes, parents));
        found.add(new Entity(resource(), facts(), onResource ? Set.of() : Set.of(awsResource())));
        return found;
    }

    private EntityUID resource() {
        return onResource ? awsResource() : uid(PolicySchema.ACCESS_REQUEST, String.valueOf(access.id()));
    }

    private EntityUID awsResource() {
        return uid(awsType(), or(access.resourceId(), UNKNOWN));
    }

    private String awsType() {
        var type = or(access.resourceType(), UNKNOWN);
        return PolicySchema.entityType(PolicySchema.isResourceType(type) ? type : UNKNOWN);
    }

    private Map<String, Value> facts() {
        return Map.of(
                "requester", new PrimString(requester()),
                "status", new PrimString(access.status()),
                "resource_type", new PrimString(or(access.resourceType(), UNKNOWN)),
                "resource_id", new PrimString(or(access.resourceId(), UNKNOWN)),
                "action", new PrimString(wanted()),
                "duration_seconds", new PrimLong(access.secondsAskedFor()),
                "break_glass", new PrimBool(access.breakGlass()));
    }

    private Map<String, Value> context() {
        return Map.of(
                "action", new PrimString(wanted()),
                "duration_seconds", new PrimLong(access.secondsAskedFor()),
                "break_glass", new PrimBool(access.breakGlass()),
                "hour", new PrimLong(hour));
    }

    /** An operator's access request may have no requester; that is nobody's, not that of a key without an address. */
    private String requester() {
        var requester = access.requesterId();
        return requester == null || requester.isBlank() ? NOBODY : requester.toLowerCase(Locale.ROOT);
    }

    private String wanted() {
        return or(access.wantedAction(), UNKNOWN);
    }

    private static String or(@Nullable String text, String otherwise) {
        return Objects.requireNonNullElse(text, otherwise);
    }

    /** The engine checks the name of a type natively; the few there are are kept. */
    private static EntityUID uid(String type, String id) {
        var name = TYPES.get(type);
        if (name == null) {
            name = EntityTypeName.parse(type).orElseThrow();
            TYPES.put(type, name);
        }
        return name.of(id);
    }
}
