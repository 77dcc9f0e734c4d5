package io.parlance.admin;

import com.fasterxml.jackson.databind.JsonNode;
import io.parlance.core.tenant.Group;
import io.parlance.core.tenant.GroupFields;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A group as this API shows it. */
public record GroupBody(
        UUID id,
        String name,
        @Nullable String externalRef,
        @Nullable String alias,
        @Nullable String timezone,
        Instant createdAt) {

    static GroupBody of(Group group) {
        return new GroupBody(
                group.id(), group.name(), group.externalRef(), group.alias(), group.timezone(), group.createdAt());
    }

    /** The fields of a new group, or of one after a PATCH. */
    static GroupFields merge(JsonNode body, @Nullable Group current) {
        var members = Members.of(body, "name", "externalRef", "alias", "timezone");
        var fields = new GroupFields(
                members.text("name", Members.NAME, current == null ? null : current.name()),
                members.optionalText("externalRef", Members.NAME, current == null ? null : current.externalRef()),
                members.optionalText("alias", Members.NAME, current == null ? null : current.alias()),
                members.optionalText("timezone", Members.NAME, current == null ? null : current.timezone()));
        if (fields.timezone() != null && !GroupFields.isTimezone(fields.timezone())) {
            members.refuse("timezone", "must be a time zone such as Europe/Prague or UTC");
        }
        members.check();
        return fields;
    }
}
