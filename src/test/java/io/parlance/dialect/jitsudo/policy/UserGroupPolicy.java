package io.parlance.dialect.jitsudo.policy;

import io.parlance.core.access.Caller;
import io.parlance.core.tenant.User;
import org.jspecify.annotations.Nullable;

/** A stand-in for the engine: all of the tenant may discuss, people in {@code approvers} may decide. */
public class UserGroupPolicy implements PolicyEngine {
    private static final String APPROVERS = "approvers";

    @Override
    public Decision decide(Caller caller, Action action, AccessFacts access) {
        if (!caller.tenantId().equals(access.tenantId())) {
            return Decision.of(false);
        }
        return switch (action) {
            case REQUEST_ACCESS, ADD_MESSAGE, LIST_MESSAGES, READ_REQUEST -> Decision.of(true);
            case APPROVE, DENY -> Decision.of(isApprover(caller) && !isRequester(caller.user(), access));
            case CANCEL -> Decision.of(isRequester(caller.user(), access));
        };
    }

    private static boolean isApprover(Caller caller) {
        return caller.user() != null && caller.user().userGroups().contains(APPROVERS);
    }

    private static boolean isRequester(@Nullable User user, AccessFacts access) {
        return user != null
                && (user.id().toString().equalsIgnoreCase(access.requesterId())
                        || user.email().equalsIgnoreCase(access.requesterId()));
    }
}
