package io.parlance.dialect.jitsudo;

import io.parlance.core.access.Caller;
import io.parlance.core.audit.Actor;
import io.parlance.core.audit.AuditEntry;
import io.parlance.core.config.Configuration;
import io.parlance.core.lifecycle.Opening;
import io.parlance.core.lifecycle.ThreadLifecycle;
import io.parlance.core.message.MessageDraft;
import io.parlance.core.thread.MessageThread;
import io.parlance.core.thread.NewThread;
import io.parlance.dialect.jitsudo.policy.AccessFacts;
import io.parlance.dialect.jitsudo.policy.AccessTerms;
import io.parlance.dialect.jitsudo.policy.AccessTerms.ApprovalMode;
import io.parlance.dialect.jitsudo.policy.Decision;
import io.parlance.dialect.jitsudo.policy.PolicyEngine;
import io.parlance.rest.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes access requests, on the terms of the policy that permits them. */
@ApplicationScoped
class NewAccessRequests {
    private static final String BREAK_GLASS = "break_glass";

    @Inject
    PolicyEngine policies;

    @Inject
    ThreadLifecycle lifecycle;

    @Inject
    Configuration configuration;

    MessageThread create(CreateAccessRequest wish, Caller caller) {
        return wish.breakGlass() ? breakGlass(wish, caller) : ask(wish, caller);
    }

    /** An emergency: no policy is asked, but the log tells of it by an entry of its own. */
    private MessageThread breakGlass(CreateAccessRequest wish, Caller caller) {
        var thread = thread(wish, caller, Outcome.APPROVED.status(), BREAK_GLASS, duration(wish, AccessTerms.DEFAULT));
        var actor = Actor.of(caller);
        var entries = List.of(
                created(thread, actor, wish, List.of()),
                AuditTrail.entry(thread.tenantId(), thread.id(), actor, AuditTrail.BREAK_GLASS, what(wish))
                        .reasoning(wish.reason()));
        return lifecycle.open(new Opening(thread, null, entries, List.of(note(thread, actor, BREAK_GLASS))));
    }

    private MessageThread ask(CreateAccessRequest wish, Caller caller) {
        var decision = policies.decide(caller, PolicyEngine.Action.REQUEST_ACCESS, facts(wish, caller));
        var resource = wish.resource();
        AuditTrail.requirePermitted(
                decision, caller, PolicyEngine.Action.REQUEST_ACCESS, resource.type(), resource.id());
        return decision.terms().approvalMode() == ApprovalMode.AUTO
                ? approveAtOnce(wish, caller, decision)
                : awaitDecision(wish, caller, decision);
    }

    private MessageThread approveAtOnce(CreateAccessRequest wish, Caller caller, Decision decision) {
        var thread = thread(wish, caller, Outcome.APPROVED.status(), mode(decision), duration(wish, decision.terms()));
        var entries = List.of(
                created(thread, Actor.of(caller), wish, decision.policyIds()),
                AuditTrail.entry(
                                thread.tenantId(),
                                thread.id(),
                                Actor.SYSTEM,
                                Outcome.APPROVED.event(),
                                Map.of("status", thread.status(), "policy_ids", decision.policyIds()))
                        .reasoning(decision.reason()));
        return lifecycle.open(
                new Opening(thread, null, entries, List.of(note(thread, Actor.SYSTEM, decision.reason()))));
    }

    private MessageThread awaitDecision(CreateAccessRequest wish, Caller caller, Decision decision) {
        var thread = thread(wish, caller, Outcome.PENDING, mode(decision), duration(wish, decision.terms()));
        var entries = List.of(created(thread, Actor.of(caller), wish, decision.policyIds()));
        return lifecycle.open(new Opening(thread, due(decision.terms()), entries, List.of()));
    }

    private static String mode(Decision decision) {
        return decision.terms().approvalMode().name().toLowerCase(Locale.ROOT);
    }

    private static NewThread thread(
            CreateAccessRequest wish, Caller caller, String status, String approvalMode, int seconds) {
        var resource = wish.resource();
        return NewThread.of(caller.tenantId(), JitsudoDialect.NAME)
                .about(wish.action() + " " + resource.type() + " " + resource.id())
                .requestedBy(Actor.of(caller).id())
                .startingAs(status)
                .attributes(Json.write(wish.attributes(approvalMode, seconds)));
    }

    private static AuditEntry created(NewThread thread, Actor actor, CreateAccessRequest wish, List<?> policyIds) {
        var metadata = Map.of("status", thread.status(), "request", what(wish), "policy_ids", policyIds);
        return AuditTrail.entry(thread.tenantId(), thread.id(), actor, AuditTrail.CREATED, metadata)
                .reasoning(wish.reason());
    }

    private static Map<String, Object> what(CreateAccessRequest wish) {
        return Map.of("resource", wish.resource(), "action", wish.action());
    }

    private static MessageDraft note(NewThread thread, Actor actor, String reasoning) {
        return AccessRequestChanges.note(thread.id(), Outcome.APPROVED, actor, reasoning);
    }

    private static AccessFacts facts(CreateAccessRequest wish, Caller caller) {
        return new AccessFacts(
                caller.tenantId(),
                null,
                Actor.of(caller).id(),
                Outcome.PENDING,
                wish.resource().type(),
                wish.resource().id(),
                wish.action(),
                wish.durationSeconds(),
                false);
    }

    /** What was asked for; the engine has denied what is longer than the policy allows. */
    private int duration(CreateAccessRequest wish, AccessTerms terms) {
        if (wish.durationSeconds() != null) {
            return wish.durationSeconds();
        }
        int wanted = Objects.requireNonNullElse(
                terms.defaultDurationSeconds(), configuration.count(JitsudoKey.DEFAULT_DURATION));
        return Math.min(wanted, Objects.requireNonNullElse(terms.maxDurationSeconds(), Integer.MAX_VALUE));
    }

    private @Nullable Instant due(AccessTerms terms) {
        var timeout =
                Objects.requireNonNullElse(terms.approvalTimeout(), configuration.seconds(JitsudoKey.APPROVAL_TIMEOUT));
        return timeout.isZero() ? null : Instant.now(Clock.systemUTC()).plus(timeout);
    }
}
