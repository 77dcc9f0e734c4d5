package io.parlance.dialect.jitsudo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parlance.core.thread.MessageThread;
import io.parlance.rest.Json;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An access request. All members are always there.
 *
 * @param status {@code pending}, {@code approved}, {@code denied}, {@code expired} or {@code cancelled}
 * @param approval_mode {@code require}, {@code auto} or {@code break_glass}; null where an operator made the request
 */
public record AccessRequest(
        UUID id,
        String requester_id,
        Resource resource,
        String action,
        @Nullable String reason,
        String status,
        @Nullable String decision_reasoning,
        @Nullable String decided_by,
        @Nullable String approval_mode,
        boolean break_glass,
        @Nullable Integer duration_seconds,
        ObjectNode metadata,
        String created_at,
        String updated_at) {
    /** What access is asked for. */
    public record Resource(String type, String id) {}

    /**
     * The members that are kept with the thread, under the same names. One that an operator made has none of them.
     *
     * @param resource null where an operator made the request
     * @param changed_at when it was answered; a message changes the thread, but not the request
     */
    record Attributes(
            @Nullable Resource resource,
            @Nullable String action,
            @Nullable String reason,
            @Nullable String decision_reasoning,
            @Nullable String decided_by,
            @Nullable String approval_mode,
            boolean break_glass,
            @Nullable Integer duration_seconds,
            @Nullable ObjectNode metadata,
            @Nullable String changed_at) {
        static Attributes of(MessageThread thread) {
            return Json.bind(Json.read(thread.attributes().getBytes(StandardCharsets.UTF_8)), Attributes.class);
        }
    }

    static AccessRequest of(MessageThread thread) {
        var kept = Attributes.of(thread);
        var subject = Objects.requireNonNullElse(thread.subject(), "");
        return new AccessRequest(
                thread.id(),
                Objects.requireNonNullElse(thread.requesterId(), ""),
                Objects.requireNonNullElseGet(kept.resource(), () -> new Resource("aws_account", "")),
                Objects.requireNonNullElse(kept.action(), subject),
                kept.reason(),
                thread.status(),
                kept.decision_reasoning(),
                kept.decided_by(),
                kept.approval_mode(),
                kept.break_glass(),
                kept.duration_seconds(),
                Objects.requireNonNullElseGet(kept.metadata(), JsonNodeFactory.instance::objectNode),
                WireTime.text(thread.createdAt()),
                Objects.requireNonNullElse(kept.changed_at(), WireTime.text(thread.createdAt())));
    }
}
