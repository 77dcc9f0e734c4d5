package io.parlance.dialect.jitsudo.policy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.parlance.core.access.Caller;
import io.parlance.core.tenant.User;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Decides by the rules of the tenant, written in Cedar. What they say nothing about is decided by the built-in ones; but once a
 * tenant has a policy, access is only given by its own.
 */
@ApplicationScoped
public class CedarPolicyEngine implements PolicyEngine {
    private static final int MAX_DECISIONS = 10_000;

    @Inject
    CedarLibrary library;

    @Inject
    TenantPolicies tenants;

    @Inject
    BuiltInPolicies builtIn;

    private final Clock clock = Clock.systemUTC();

    /** What was decided: the same rules, which never change, decide the same about the same. */
    private final Cache<Asked, Decision> decisions = Caffeine.newBuilder()
            .maximumSize(MAX_DECISIONS)
            .expireAfterAccess(Duration.ofMinutes(1))
            .build();

    private record Asked(CompiledPolicies policies, Inquiry inquiry) {}

    @Override
    public Decision decide(Caller caller, Action action, AccessFacts access) {
        if (!caller.tenantId().equals(access.tenantId())) {
            return Decision.of(false);
        }
        var inquiry = inquiry(Principal.of(caller), action, access);
        var asked = new Asked(policies(access.tenantId(), inquiry), inquiry);
        var known = decisions.getIfPresent(asked);
        if (known != null) {
            return known;
        }
        var decision = asked.policies().decide(inquiry);
        decisions.put(asked, decision);
        return decision;
    }

    /**
     * Somebody about whom it is asked what would be decided.
     *
     * @param name as given, by which rules know strangers
     * @param person null for one whom the tenant does not know
     * @param groups null for those that the person is in
     */
    public record Who(String name, @Nullable User person, @Nullable List<String> groups) {
        private Principal principal() {
            var inGroups = groups == null && person != null ? person.userGroups() : groups;
            var known = Objects.requireNonNullElse(inGroups, List.<String>of());
            return person == null ? Principal.stranger(name, known) : Principal.of(person, known);
        }
    }

    /** What would be decided; nothing is done, nor remembered, for whoever asks may ask for as much as can be. */
    public Decision evaluate(Who who, Action action, AccessFacts access) {
        var inquiry = inquiry(who.principal(), action, access);
        return policies(access.tenantId(), inquiry).decide(inquiry);
    }

    private Inquiry inquiry(Principal principal, Action action, AccessFacts access) {
        boolean onResource = action == Action.REQUEST_ACCESS;
        int hour = clock.instant().atOffset(ZoneOffset.UTC).getHour();
        return new Inquiry(principal, action.word(), onResource, access, hour);
    }

    private CompiledPolicies policies(UUID tenantId, Inquiry inquiry) {
        library.require();
        return tenants.of(tenantId)
                .filter(own -> inquiry.onResource() || own.speakAbout(inquiry))
                .orElseGet(builtIn::policies);
    }

    @PreDestroy
    void forget() {
        decisions.invalidateAll();
    }
}
