package io.parlance.dialect.jitsudo;

import io.parlance.core.access.Caller;
import io.parlance.core.thread.ThreadFilter;
import io.parlance.core.thread.Threads;
import io.parlance.dialect.jitsudo.policy.PolicyEngine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lists access requests, newest first. Those that the caller may not read are left out, so a page may be short. */
@ApplicationScoped
class AccessRequestPages {
    private static final Set<String> STATUSES = Stream.concat(
                    Stream.of(Outcome.PENDING), Arrays.stream(Outcome.values()).map(Outcome::status))
            .collect(Collectors.toUnmodifiableSet());

    @Inject
    Threads threads;

    @Inject
    PolicyEngine policies;

    Listing<AccessRequest> list(Caller caller, ListParameters parameters) {
        var filter = new ThreadFilter(JitsudoDialect.NAME, null, null, parameters.word("status", STATUSES));
        var page = threads.list(caller.tenantId(), filter, parameters.page());
        var readable = page.items().stream()
                .filter(thread -> policies.decide(caller, PolicyEngine.Action.READ_REQUEST, thread)
                        .permitted())
                .map(AccessRequest::of)
                .toList();
        return new Listing<>(readable, page.nextCursor(), page.nextCursor() != null);
    }
}
