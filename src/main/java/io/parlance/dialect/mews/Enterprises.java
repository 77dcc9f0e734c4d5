package io.parlance.dialect.mews;

import com.fasterxml.jackson.databind.JsonNode;
import io.parlance.core.access.Caller;
import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import io.parlance.core.tenant.GroupDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The enterprises behind an access token: one, or those of a portfolio. One that was deleted is disabled. */
@ApplicationScoped
class Enterprises {
    private static final String ENTERPRISE_IDS = "EnterpriseIds";

    @Inject
    GroupDirectory groups;

    /** A token for certain enterprises is invalid once all of them are gone. */
    void requireAny(Caller caller) {
        if (caller.groups() != null
                && groups.living(caller.tenantId(), caller.groups()).isEmpty()) {
            throw new RejectedException(Reason.CREDENTIAL_INVALID, "the enterprise is disabled");
        }
    }

    /** The one enterprise of a token that is no portfolio's. */
    UUID requireOne(Caller caller) {
        var opened = caller.groups();
        if (opened == null || opened.size() != 1) {
            throw new RejectedException(Reason.FORBIDDEN, "a portfolio token cannot tell which enterprise is meant");
        }
        return opened.iterator().next();
    }

    /** All that the token opens. */
    Scope scope(Caller caller) {
        return caller.groups() == null
                ? new Scope(null, true)
                : new Scope(groups.living(caller.tenantId(), caller.groups()), true);
    }

    /** What the request names of it; an enterprise that is unknown and one out of reach are refused alike. */
    Scope scope(Caller caller, JsonNode body) {
        var wanted = Members.optionalIds(body, ENTERPRISE_IDS);
        if (wanted == null) {
            return scope(caller);
        }
        if (!wanted.stream().allMatch(caller::opens)
                || groups.living(caller.tenantId(), wanted).size() < wanted.size()) {
            throw new InvalidParameter(ENTERPRISE_IDS);
        }
        return new Scope(wanted, false);
    }

    /** Those of these ids whose enterprise is in the scope. */
    Set<UUID> among(Caller caller, Scope scope, Set<UUID> ids) {
        if (scope.enterprises() == null) {
            return groups.living(caller.tenantId(), ids);
        }
        return ids.stream().filter(scope.enterprises()::contains).collect(Collectors.toSet());
    }
}
