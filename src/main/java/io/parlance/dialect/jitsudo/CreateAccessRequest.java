package io.parlance.dialect.jitsudo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parlance.dialect.jitsudo.policy.AccessFacts;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /v1/requests}, operation {@code createRequest}. A guide of the same vendor spells it with {@code
 * resource_type}, {@code resource_id}, {@code permission_set_arn} and {@code justification}; these are read only where the
 * members of the reference are absent. Who assumes a permission set needs no {@code action} there.
 */
record CreateAccessRequest(
        AccessRequest.Resource resource,
        String action,
        @Nullable String reason,
        @Nullable Integer durationSeconds,
        boolean breakGlass,
        ObjectNode metadata) {
    private static final String PERMISSION_SET_IN_GUIDE = "permission_set_arn";
    private static final int MOST_ID = 2048;
    private static final int MOST_ACTION = 200;
    private static final int MOST_REASON = 10_000;
    private static final int MOST_METADATA = 16 * 1024;

    static CreateAccessRequest of(JsonNode sent) {
        var body = new Members(sent);
        return new CreateAccessRequest(
                resource(body),
                body.has(PERMISSION_SET_IN_GUIDE) && !body.has("action") ? "assume" : body.text("action", MOST_ACTION),
                body.optionalText(body.has("reason") ? "reason" : "justification", MOST_REASON),
                body.optionalInt("duration_seconds", 1, Integer.MAX_VALUE),
                body.flag("break_glass", false),
                metadata(body));
    }

    private static AccessRequest.Resource resource(Members body) {
        if (!body.has("resource") && body.has("resource_type")) {
            return new AccessRequest.Resource(type(body, "resource_type"), id(body, "resource_id"));
        }
        var resource = body.object("resource");
        return new AccessRequest.Resource(type(resource, "type"), id(resource, "id"));
    }

    /** The audit log finds its entries by it, and an index of PostgreSQL takes no more bytes. */
    private static String id(Members body, String name) {
        var id = body.text(name, MOST_ID);
        if (id.getBytes(StandardCharsets.UTF_8).length > MOST_ID) {
            throw body.invalid(name, "must not be longer than " + MOST_ID + " bytes");
        }
        return id;
    }

    private static String type(Members body, String name) {
        var type = body.text(name, MOST_ACTION);
        if (!AccessFacts.isResourceType(type)) {
            throw body.invalid(name, "must be one of the documented resource types");
        }
        return type;
    }

    private static ObjectNode metadata(Members body) {
        var metadata = body.metadata();
        if (metadata.toString().length() > MOST_METADATA) {
            throw body.invalid("metadata", "must not be longer than " + MOST_METADATA + " characters");
        }
        var permissionSet = body.optionalText(PERMISSION_SET_IN_GUIDE, MOST_ID);
        return permissionSet == null || body.has("resource")
                ? metadata
                : metadata.put(PERMISSION_SET_IN_GUIDE, permissionSet);
    }

    /** In the members of the API's own object, so that policies find them there. */
    AccessRequest.Attributes attributes(@Nullable String approvalMode, int seconds) {
        return new AccessRequest.Attributes(
                resource, action, reason, null, null, approvalMode, breakGlass, seconds, metadata, null);
    }
}
