package io.parlance.dialect.jitsudo;

import io.parlance.core.access.Caller;
import io.parlance.core.store.Uuids;
import io.parlance.core.thread.MessageThread;
import io.parlance.core.thread.ThreadDirectory;
import io.parlance.core.thread.Threads;
import io.parlance.dialect.jitsudo.policy.PolicyEngine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

/** Finds access requests and asks the policy whether a caller may do something with one. */
@ApplicationScoped
class AccessRequests {
    @Inject
    ThreadDirectory directory;

    @Inject
    Threads threads;

    @Inject
    PolicyEngine policies;

    /**
     * The access request with this id (in any case) if the caller may do this with it. One of another tenant or another API
     * is answered like one that does not exist, and so is an id that is no uuid. Its status may be two seconds old.
     */
    MessageThread require(Caller caller, String id, PolicyEngine.Action action) {
        return permitted(caller, find(caller, id, (tenantId, found) -> directory.find(tenantId, found)), action);
    }

    /** The same, as it is now. */
    MessageThread requireCurrent(Caller caller, String id, PolicyEngine.Action action) {
        return permitted(caller, current(caller, id), action);
    }

    /** As it is now, whatever the caller may do with it. */
    MessageThread current(Caller caller, String id) {
        return find(caller, id, (tenantId, found) -> threads.find(tenantId, found));
    }

    private static MessageThread find(
            Caller caller, String id, BiFunction<UUID, UUID, Optional<MessageThread>> search) {
        return Uuids.parse(id)
                .flatMap(uuid -> search.apply(caller.tenantId(), uuid))
                .filter(thread -> thread.dialect().equals(JitsudoDialect.NAME))
                .orElseThrow(JitsudoFault::accessRequestNotFound);
    }

    private MessageThread permitted(Caller caller, MessageThread accessRequest, PolicyEngine.Action action) {
        var decision = policies.decide(caller, action, accessRequest);
        AuditTrail.requirePermitted(
                decision, caller, action, AuditTrail.REQUEST, accessRequest.id().toString());
        return accessRequest;
    }
}
