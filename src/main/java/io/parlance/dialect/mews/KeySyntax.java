package io.parlance.dialect.mews;

import io.parlance.rest.IdempotencyHeader;
import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;

/** The vendor's keys, where it has any, are UUIDs and the like. */
final class KeySyntax {
    private static final Pattern KEY = Pattern.compile("[0-9A-Fa-f-]{8,64}");

    private KeySyntax() {}

    static void check(HttpServletRequest request) {
        var key = request.getHeader(IdempotencyHeader.NAME);
        if (key != null && !KEY.matcher(key).matches()) {
            throw new InvalidParameter(IdempotencyHeader.NAME);
        }
    }
}
