package io.parlance.dialect.travtus;

import com.fasterxml.jackson.databind.JsonNode;
import io.parlance.core.access.Caller;
import io.parlance.core.tenant.Group;
import io.parlance.core.tenant.GroupDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the group that a body names by exactly one of {@code group_id} and {@code group_external_ref}. */
@ApplicationScoped
class GroupSelection {
    @Inject
    GroupDirectory groups;

    Group select(JsonNode body, Caller caller) {
        var id = value(body, "group_id");
        var externalRef = value(body, "group_external_ref");
        if (id == null && externalRef == null) {
            throw new TravtusFault(TravtusError.NO_GROUP);
        }
        if (id != null && externalRef != null) {
            throw new TravtusFault(TravtusError.BOTH_GROUP_IDENTIFIERS_PROVIDED);
        }
        var group = find(caller, id, externalRef).orElseThrow(() -> new TravtusFault(TravtusError.GROUP_NOT_FOUND));
        if (!caller.opens(group.id())) {
            throw new TravtusFault(TravtusError.NO_ACCESS_TO_GROUP);
        }
        return group;
    }

    private Optional<Group> find(Caller caller, @Nullable String id, @Nullable String externalRef) {
        if (id != null) {
            return groups.findByIdOrAlias(caller.tenantId(), id);
        }
        return externalRef == null ? Optional.empty() : groups.findByExternalRef(caller.tenantId(), externalRef);
    }

    /** Null and blank count as absent: serializers send {@code "group_id": null}. */
    static @Nullable String value(JsonNode body, String field) {
        var value = body.path(field);
        return value.isValueNode() && !value.isNull() && !value.asText().isBlank() ? value.asText() : null;
    }
}
