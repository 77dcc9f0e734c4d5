package io.parlance.dialect.jitsudo;

import io.parlance.core.access.Caller;
import io.parlance.core.audit.Actor;
import io.parlance.core.lifecycle.StatusChange;
import io.parlance.core.lifecycle.ThreadLifecycle;
import io.parlance.core.message.Author;
import io.parlance.core.message.MessageDraft;
import io.parlance.core.thread.MessageThread;
import io.parlance.core.thread.Threads;
import io.parlance.rest.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Answers pending access requests. Each is answered once, and the answer is told in its messages and in the audit log. */
@ApplicationScoped
class AccessRequestChanges {
    @Inject
    ThreadLifecycle lifecycle;

    @Inject
    Threads threads;

    /** Answers a request for somebody; refused where it is not, or no longer, pending. */
    MessageThread answer(MessageThread accessRequest, Outcome outcome, Caller caller, @Nullable String reasoning) {
        if (!accessRequest.status().equals(Outcome.PENDING)) {
            throw JitsudoFault.answered(accessRequest.status());
        }
        return change(accessRequest, outcome, Actor.of(caller), reasoning)
                .orElseThrow(() -> JitsudoFault.answered(threads.require(accessRequest.tenantId(), accessRequest.id())
                        .status()));
    }

    /** Ends a request that nobody answered in time; empty where somebody has just done so. */
    Optional<MessageThread> expire(MessageThread accessRequest) {
        return accessRequest.status().equals(Outcome.PENDING)
                ? change(accessRequest, Outcome.EXPIRED, Actor.SYSTEM, null)
                : Optional.empty();
    }

    private Optional<MessageThread> change(
            MessageThread accessRequest, Outcome outcome, Actor actor, @Nullable String reasoning) {
        var id = accessRequest.id();
        var entry = AuditTrail.entry(
                        accessRequest.tenantId(), id, actor, outcome.event(), Map.of("status", outcome.status()))
                .reasoning(reasoning);
        return lifecycle.change(new StatusChange(
                accessRequest,
                outcome.status(),
                decision(outcome, actor, reasoning),
                List.of(entry),
                note(id, outcome, actor, reasoning)));
    }

    /** Only who approves or denies has decided. */
    private static String decision(Outcome outcome, Actor actor, @Nullable String reasoning) {
        var attributes = new LinkedHashMap<String, @Nullable String>();
        attributes.put("changed_at", WireTime.text(Instant.now(Clock.systemUTC())));
        if (outcome == Outcome.APPROVED || outcome == Outcome.DENIED) {
            attributes.put("decided_by", actor.id());
            attributes.put("decision_reasoning", reasoning);
        }
        return Json.write(attributes);
    }

    /** What the people of the access request are told. */
    static MessageDraft note(UUID id, Outcome outcome, Actor actor, @Nullable String reasoning) {
        return CreateMessageRequest.draft(
                id,
                Author.of(Actor.SYSTEM.type(), Actor.SYSTEM.id()),
                outcome.sentence(actor.id(), Objects.requireNonNullElse(reasoning, "")),
                Map.of("event", outcome.event(), "status", outcome.status(), "actor_id", actor.id()));
    }
}
