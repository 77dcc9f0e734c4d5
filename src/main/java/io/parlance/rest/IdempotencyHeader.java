package io.parlance.rest;

import io.parlance.core.access.Caller;
import io.parlance.core.idempotency.IdempotencyKey;
import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The optional header {@code Idempotency-Key}: 1 to 255 printable ASCII characters. It belongs to the calling application, or
 * to the person or administrator who calls.
 */
public final class IdempotencyHeader {
    public static final String NAME = "Idempotency-Key";

    private static final Pattern WELL_FORMED = Pattern.compile("[\\x20-\\x7e]{1,255}");

    private IdempotencyHeader() {}

    /** The key of a request; refuses a malformed one, and several. */
    static Optional<IdempotencyKey> read(HttpServletRequest request, Caller caller, String operation) {
        if (request.getHeader(NAME) == null) {
            return Optional.empty();
        }
        var sent = Collections.list(request.getHeaders(NAME));
        if (sent.size() > 1 || !WELL_FORMED.matcher(sent.get(0)).matches()) {
            throw new RejectedException(
                    Reason.IDEMPOTENCY_KEY_INVALID, NAME + " must be one text of 1 to 255 printable ASCII characters.");
        }
        return Optional.of(new IdempotencyKey(
                caller.tenantId(), owner(caller), operation, sent.get(0), fingerprint(request, caller)));
    }

    private static UUID owner(Caller caller) {
        if (caller.user() != null) {
            return caller.user().id();
        }
        return caller.application() == null
                ? caller.credentialId()
                : caller.application().id();
    }

    /** Hash of what is asked for, and with which rights: a credential with others does not get this one's answer. */
    private static String fingerprint(HttpServletRequest request, Caller caller) {
        var rights = caller.actorType() + ' ' + (caller.groups() == null ? "all" : new TreeSet<>(caller.groups()));
        var head = request.getMethod()
                + ' '
                + request.getRequestURI()
                + '?'
                + Objects.toString(request.getQueryString(), "")
                + '\n'
                + rights
                + '\n';
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(head.getBytes(StandardCharsets.UTF_8));
            if (request.getAttribute(OncePerKey.CONTENT) instanceof String content) {
                digest.update(content.getBytes(StandardCharsets.UTF_8));
            } else if (request.getAttribute(Body.ATTRIBUTE) instanceof Body body) {
                try (var bytes = new DigestInputStream(body.open(), digest)) {
                    bytes.transferTo(OutputStream.nullOutputStream());
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        } catch (IOException e) {
            throw new RejectedException(Reason.BODY_MALFORMED, "the body cannot be read");
        }
    }
}
