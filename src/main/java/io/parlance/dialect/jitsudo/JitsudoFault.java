package io.parlance.dialect.jitsudo;

import io.parlance.core.audit.AuditEntry;
import io.parlance.core.problem.ExpectedException;
import io.parlance.dialect.jitsudo.policy.TextPlace;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A refusal with more to say than the core knows: a message of its own, details, notices of policy rules. */
final class JitsudoFault extends ExpectedException {
    private static final long serialVersionUID = 1L;

    private final JitsudoError error;
    private final transient ErrorObject body;
    private final transient @Nullable AuditEntry entry;

    private JitsudoFault(JitsudoError error, ErrorObject body) {
        this(error, body, null);
    }

    private JitsudoFault(JitsudoError error, ErrorObject body, @Nullable AuditEntry entry) {
        super(error.code());
        this.error = error;
        this.body = body;
        this.entry = entry;
    }

    /** A header or a field that is missing or wrong; the details name it. */
    static JitsudoFault invalid(String kind, String name, String message) {
        return new JitsudoFault(
                JitsudoError.INVALID_INPUT,
                ErrorObject.of(JitsudoError.INVALID_INPUT, message).detail(kind, name));
    }

    static JitsudoFault of(JitsudoError error) {
        return new JitsudoFault(error, ErrorObject.of(error, error.message()));
    }

    static JitsudoFault accessRequestNotFound() {
        return notFound("access request not found");
    }

    static JitsudoFault tenantNotFound() {
        return notFound("tenant not found");
    }

    private static JitsudoFault notFound(String message) {
        return new JitsudoFault(JitsudoError.NOT_FOUND, ErrorObject.of(JitsudoError.NOT_FOUND, message));
    }

    static JitsudoFault policyNotFound() {
        return notFound("policy not found");
    }

    static JitsudoFault policyRuleNotFound() {
        return notFound("policy rule not found");
    }

    /** A policy text that cannot be taken: the field, where in it, and why. */
    static JitsudoFault badPolicy(String field, TextPlace place, String problem) {
        var message = "%s, line %d, column %d: %s".formatted(field, place.line(), place.column(), problem);
        return new JitsudoFault(
                JitsudoError.INVALID_INPUT,
                ErrorObject.of(JitsudoError.INVALID_INPUT, message)
                        .details(Map.of("field", field, "line", place.line(), "column", place.column())));
    }

    /** An access request that is to be answered a second time. */
    static JitsudoFault answered(String status) {
        return invalid("status", status, "the access request is already " + status);
    }

    /** A denial by policy, with what its rules tell the user, and what the audit log is to tell of it. */
    static JitsudoFault denied(List<String> notices, AuditEntry entry) {
        return new JitsudoFault(
                JitsudoError.FORBIDDEN,
                ErrorObject.of(JitsudoError.FORBIDDEN, JitsudoError.FORBIDDEN.message())
                        .notices(notices),
                entry);
    }

    JitsudoError error() {
        return error;
    }

    ErrorObject body() {
        return body;
    }

    /** Null where the audit log tells nothing. */
    @Nullable
    AuditEntry entry() {
        return entry;
    }
}
