package io.parlance.dialect.travtus;

import com.fasterxml.jackson.databind.JsonNode;
import io.parlance.core.access.Caller;
import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import io.parlance.core.tenant.Group;
import io.parlance.core.tenant.GroupFilter;
import io.parlance.core.tenant.GroupProfile;
import io.parlance.core.tenant.GroupSearch;
import io.parlance.core.tenant.Groups;
import io.parlance.rest.OncePerKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Creates and changes communities. */
@ApplicationScoped
@OncePerKey
class CommunityChanges {
    @Inject
    Groups groups;

    @Inject
    GroupSearch search;

    /** A credential that opens only some groups may not make others, since it could not open them. */
    Response create(JsonNode body, Caller caller, HttpServletRequest request) {
        if (caller.groups() != null) {
            throw new RejectedException(Reason.FORBIDDEN, "the credential opens some groups only");
        }
        var fields = new CommunityFields(body);
        var created = fields.created();
        try {
            groups.create(caller.tenantId(), created, fields.attributes("{}"));
        } catch (RejectedException refusal) {
            throw refusal.reason() == Reason.CONFLICT ? taken() : refusal;
        }
        return RequestResponse.create().ok();
    }

    Response update(JsonNode body, Caller caller, HttpServletRequest request) {
        var id = text(body, "community_id");
        var externalRef = text(body, CommunityFields.EXTERNAL_REF);
        if (id == null && externalRef == null) {
            throw FieldErrors.ofNoField("Either community_id or community_external_ref must be provided");
        }
        if (!CommunityFields.sayAnything(body)) {
            throw FieldErrors.ofNoField("At least one field to update must be provided");
        }
        var fields = new CommunityFields(body);
        fields.check();
        var group = find(caller, id, externalRef);
        groups.update(caller.tenantId(), group.id(), fields::changed, fields::attributes);
        return RequestResponse.create().ok();
    }

    private Group find(Caller caller, @Nullable String id, @Nullable String externalRef) {
        var filter = new GroupFilter(id, externalRef, null, null, 0);
        var group = search.find(caller.tenantId(), filter, 1).stream()
                .map(GroupProfile::group)
                .findFirst()
                .orElseThrow(() -> new TravtusFault(TravtusError.COMMUNITY_NOT_FOUND));
        if (!caller.opens(group.id())) {
            throw new TravtusFault(TravtusError.NO_ACCESS_TO_GROUP);
        }
        return group;
    }

    private static RuntimeException taken() {
        var errors = new FieldErrors();
        errors.add(CommunityFields.EXTERNAL_REF, "This field must be unique.");
        return errors.refusal();
    }

    private static @Nullable String text(JsonNode body, String member) {
        return GroupSelection.value(body, member);
    }
}
