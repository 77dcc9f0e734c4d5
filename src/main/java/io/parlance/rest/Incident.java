package io.parlance.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.parlance.core.access.Verdict;
import io.parlance.core.problem.Reason;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one refusal; nothing of bodies, credentials or queries.
 *
 * @param requestId under which the log has the request
 * @param fault under which the log has a fault of the server, with its trace; null for anything expected
 * @param tenantId the caller's, who may be unknown
 * @param userId the person who called, if it was one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Incident(
        Instant occurredAt,
        Reason reason,
        String detail,
        String method,
        String path,
        String requestId,
        @Nullable String fault,
        @Nullable UUID tenantId,
        @Nullable UUID userId) {
    /** Links must not become longer than what carries them takes. */
    private static final int LONGEST = 100;

    public static Incident of(Refusal refusal, HttpServletRequest request) {
        var caller =
                request.getAttribute(Verdict.ATTRIBUTE) instanceof Verdict.Granted granted ? granted.caller() : null;
        return new Incident(
                Instant.now(Clock.systemUTC()).truncatedTo(ChronoUnit.MILLIS),
                refusal.reason(),
                cut(refusal.detail()),
                cut(request.getMethod()),
                cut(Paths.within(request)),
                RequestId.of(request),
                refusal.incident().isEmpty() ? null : refusal.incident(),
                caller == null ? null : caller.tenantId(),
                caller == null || caller.user() == null ? null : caller.user().id());
    }

    /** Leaves out NUL, with which the incident could not be read again: a path may hold anything. */
    private static String cut(String text) {
        var readable = text.replace('\0', '?');
        return readable.length() <= LONGEST ? readable : readable.substring(0, LONGEST);
    }
}
