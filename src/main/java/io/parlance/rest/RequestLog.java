package io.parlance.rest;

import io.parlance.core.access.Caller;
import io.parlance.core.access.Verdict;
import io.parlance.core.log.LogFields;
import io.parlance.core.problem.Reason;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Logs what became of requests, one line each, with what there is to know of the request: nothing of bodies, queries and
 * credentials. Success is logged for debugging only, or where an administrator changed something.
 */
final class RequestLog {
    private static final System.Logger LOG = System.getLogger(RequestLog.class.getName());

    /** A flood of refusals must not become a flood of lines, nor hide what is worse. */
    private static final Throttle REFUSALS = new Throttle(100, System::nanoTime);

    private static final Throttle OUTAGES = new Throttle(20, System::nanoTime);
    private static final Throttle FAULTS = new Throttle(20, System::nanoTime);

    /** The tenant that an administrator works on. */
    private static final Pattern TENANT = Pattern.compile("^" + Paths.ADMIN_API + "/tenants/([^/]+)");

    private RequestLog() {}

    /** A refusal that anybody can cause at any rate. */
    static void refused(HttpServletRequest request, Refusal refusal) {
        boolean store = refusal.reason() == Reason.STORE_UNAVAILABLE || refusal.reason() == Reason.STORE_TOO_SLOW;
        refused(
                request,
                store ? System.Logger.Level.WARNING : System.Logger.Level.INFO,
                refusal.reason().name().toLowerCase(Locale.ROOT),
                refusal.detail());
    }

    /** A refusal that only one dialect has. */
    static void refused(HttpServletRequest request, String detail) {
        refused(request, System.Logger.Level.INFO, "own", detail);
    }

    private static void refused(HttpServletRequest request, System.Logger.Level level, String reason, String detail) {
        var throttle = level == System.Logger.Level.WARNING ? OUTAGES : REFUSALS;
        if (!LOG.isLoggable(level) || !throttle.passes()) {
            return;
        }
        var fields = fields("request_refused", request);
        fields.put("reason", reason);
        noteOmitted(fields, throttle);
        LogFields.with(
                fields,
                () -> LOG.log(level, () -> "request " + RequestId.of(request) + " refused: " + reason + ", " + detail));
    }

    private static void noteOmitted(Map<String, String> fields, Throttle throttle) {
        long omitted = throttle.takeOmitted();
        if (omitted > 0) {
            fields.put("omittedBefore", Long.toString(omitted));
        }
    }

    /** A fault of the server, with its trace. */
    static void failed(HttpServletRequest request, String incident, Throwable failure) {
        if (!FAULTS.passes()) {
            return;
        }
        var fields = fields("request_failed", request);
        fields.put("incident", incident);
        noteOmitted(fields, FAULTS);
        var text = "incident " + incident + " in request " + RequestId.of(request) + " to " + Paths.shown(request);
        LogFields.with(fields, () -> LOG.log(System.Logger.Level.ERROR, text, failure));
    }

    /** What could not be told to the client. */
    static void unanswered(HttpServletRequest request, System.Logger.Level level, Throwable failure) {
        if (LOG.isLoggable(level)) {
            var text = "request " + RequestId.of(request) + " could not be answered";
            LogFields.with(fields("request_unanswered", request), () -> LOG.log(level, text, failure));
        }
    }

    /** A success, once its status is known. */
    static void answered(HttpServletRequest request, int status) {
        if (status >= 400) {
            return;
        }
        boolean change = isChange(request);
        var level = change ? System.Logger.Level.INFO : System.Logger.Level.DEBUG;
        if (!LOG.isLoggable(level)) {
            return;
        }
        var fields = fields(change ? "admin_change" : "request_accepted", request);
        fields.put("status", Integer.toString(status));
        var text = "request " + RequestId.of(request) + ": " + request.getMethod() + " " + Paths.shown(request);
        LogFields.with(fields, () -> LOG.log(level, text + " answered " + status));
    }

    /** Whether an administrator may have changed something. */
    private static boolean isChange(HttpServletRequest request) {
        var caller = caller(request);
        return caller != null
                && caller.role().equals(Caller.ROLE_ADMIN)
                && !request.getMethod().equals("GET")
                && !request.getMethod().equals("HEAD");
    }

    private static @Nullable Caller caller(HttpServletRequest request) {
        return request.getAttribute(Verdict.ATTRIBUTE) instanceof Verdict.Granted granted ? granted.caller() : null;
    }

    private static Map<String, String> fields(String event, HttpServletRequest request) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("event", event);
        fields.put("requestId", RequestId.of(request));
        fields.put("dialect", Passage.of(request).dialect());
        fields.put("method", request.getMethod());
        fields.put("path", Paths.shown(request));
        var caller = caller(request);
        if (caller != null) {
            fields.put("caller", caller.kind().wireName() + ":" + caller.credentialId());
            tenant(caller, Paths.within(request)).ifPresent(tenant -> fields.put("tenant", tenant));
        }
        return fields;
    }

    /** Nobody but an administrator has a line name another tenant than the own one. */
    private static Optional<String> tenant(Caller caller, String path) {
        if (!caller.tenantId().equals(Caller.INSTALLATION)) {
            return Optional.of(caller.tenantId().toString());
        }
        var addressed = TENANT.matcher(path);
        return addressed.find() ? Optional.of(addressed.group(1)) : Optional.empty();
    }
}
