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
        return decide(Principal.of(caller), action, access);
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

    /** What would be decided; nothing is done. */
    public Decision evaluate(Who who, Action action, AccessFacts access) {
        return decide(who.principal(), action, access);
    }

    private Decision decide(Principal principal, Action action, AccessFacts access) {
        library.require();
        boolean onResource = action == Action.REQUEST_ACCESS;
        return decide(
                access.tenantId(),
                new Inquiry(
                        principal,
                        action.word(),
                        onResource,
                        access,
                        clock.instant().atOffset(ZoneOffset.UTC).getHour()));
    }

    private Decision decide(UUID tenantId, Inquiry inquiry) {
        var policies = tenants.of(tenantId)
                .filter(own -> inquiry.onResource() || own.speakAbout(inquiry))
                .orElseGet(builtIn::policies);
        var asked = new Asked(policies, inquiry);
        var known = decisions.getIfPresent(asked);
        if (known != null) {
            return known;
        }
        var decision = policies.decide(inquiry);
        decisions.put(asked, decision);
        return decision;
    }

    @PreDestroy
    void forget() {
        decisions.invalidateAll();
    }
}
