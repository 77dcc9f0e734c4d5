package io.parlance.dialect.jitsudo;

import io.parlance.core.access.Caller;
import io.parlance.core.store.Uuids;
import io.parlance.core.thread.MessageThread;
import io.parlance.core.thread.ThreadDirectory;
import io.parlance.dialect.jitsudo.policy.PolicyEngine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Finds access requests and asks the policy whether a caller may do something with one. */
@ApplicationScoped
class AccessRequests {
    @Inject
    ThreadDirectory threads;

    @Inject
    PolicyEngine policies;

    /**
     * The access request with this id (in any case) if the caller may do this with it. One of another tenant or another API
     * is answered like one that does not exist, and so is an id that is no uuid.
     */
    MessageThread require(Caller caller, String id, PolicyEngine.Action action) {
        var accessRequest = Uuids.parse(id)
                .flatMap(uuid -> threads.find(caller.tenantId(), uuid))
                .filter(thread -> thread.dialect().equals(JitsudoDialect.NAME))
                .orElseThrow(JitsudoFault::accessRequestNotFound);
        var decision = policies.decide(caller, action, accessRequest);
        if (!decision.permitted()) {
            throw JitsudoFault.denied(decision.notices());
        }
        return accessRequest;
    }
}
