package io.parlance.dialect.jitsudo;

import io.parlance.core.access.Caller;
import io.parlance.core.thread.MessageThread;
import jakarta.enterprise.context.ApplicationScoped;

/** The policy of a tenant that has written none: all of the tenant may discuss, people in {@code approvers} may approve. */
@ApplicationScoped
class UserGroupPolicy implements PolicyEngine {
    private static final String APPROVERS = "approvers";

    @Override
    public Decision decide(Caller caller, Action action, MessageThread accessRequest) {
        if (!caller.tenantId().equals(accessRequest.tenantId())) {
            return Decision.of(false);
        }
        return switch (action) {
            case ADD_MESSAGE -> Decision.of(true);
            case APPROVE -> Decision.of(isApprover(caller));
        };
    }

    private static boolean isApprover(Caller caller) {
        return caller.user() != null && caller.user().userGroups().contains(APPROVERS);
    }
}
