package io.parlance.rest;

import com.fasterxml.jackson.core.JacksonException;
import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import io.parlance.core.store.Ids;
import io.parlance.core.store.StoreOutage;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a dialect has to word: the reason and what is known about it.
 *
 * @param detail for people; never an exception's message of a library
 * @param allowedMethods content of the {@code Allow} header, for {@link Reason#METHOD_NOT_ALLOWED}
 * @param incident id under which a fault was logged; empty for anything expected
 */
public record Refusal(
        Reason reason, String detail, OptionalInt retryAfterSeconds, @Nullable String allowedMethods, String incident) {

    private static final int DEEPEST_CAUSE = 10;

    /** Reads any failure; what is not understood is an {@link Reason#INTERNAL} fault. */
    static Refusal of(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++, cause = cause.getCause()) {
            if (cause instanceof RejectedException rejected) {
                return rejected(rejected);
            }
            if (cause instanceof JacksonException) {
                return simple(Reason.BODY_MALFORMED, "the body cannot be read");
            }
            if (cause instanceof WebApplicationException http
                    && http.getResponse().getStatus() < 500) {
                return ofStatus(http);
            }
        }
        return StoreOutage.behind(failure)
                .map(Refusal::rejected)
                .orElseGet(
                        () -> new Refusal(Reason.INTERNAL, "internal error", OptionalInt.empty(), null, newIncident()));
    }

    private static Refusal rejected(RejectedException rejected) {
        return new Refusal(
                rejected.reason(),
                rejected.detail(),
                rejected.retryAfterSeconds(),
                null,
                rejected.reason() == Reason.INTERNAL ? newIncident() : "");
    }

    private static String newIncident() {
        return Ids.next().toString();
    }

    private static Refusal ofStatus(WebApplicationException http) {
        var response = http.getResponse();
        return switch (response.getStatus()) {
            case 404 -> simple(Reason.PATH_UNKNOWN, "no operation at this path");
            case 405 ->
                new Refusal(
                        Reason.METHOD_NOT_ALLOWED,
                        "method not allowed",
                        OptionalInt.empty(),
                        documented(response.getHeaderString(HttpHeaders.ALLOW)),
                        "");
            case 406 -> simple(Reason.NOT_ACCEPTABLE, "no acceptable representation");
            case 413 -> simple(Reason.BODY_TOO_LARGE, "the body is too large");
            case 415 -> simple(Reason.MEDIA_TYPE_UNSUPPORTED, "unsupported media type");
            case 401 -> simple(Reason.CREDENTIAL_INVALID, "no valid credential");
            case 403 -> simple(Reason.FORBIDDEN, "forbidden");
            default -> simple(Reason.BODY_MALFORMED, "the request cannot be read");
        };
    }

    /** OPTIONS is refused like any other method that no operation has. */
    private static @Nullable String documented(@Nullable String allow) {
        return allow == null
                ? null
                : Arrays.stream(allow.split(","))
                        .map(String::strip)
                        .filter(method -> !method.equals("OPTIONS"))
                        .sorted()
                        .collect(Collectors.joining(", "));
    }

    static Refusal simple(Reason reason, String detail) {
        return new Refusal(reason, detail, OptionalInt.empty(), null, "");
    }
}
