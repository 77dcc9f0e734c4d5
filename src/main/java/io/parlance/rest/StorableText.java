package io.parlance.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;

/** Refuses what PostgreSQL cannot keep as received: NUL characters, lone surrogates, numbers too long to read back. */
public final class StorableText {
    private static final int MAX_DIGITS = 1000;

    private StorableText() {}

    static void check(JsonNode node) {
        if (node.isTextual()) {
            check(node.textValue());
        } else if (node.isBigDecimal()) {
            checkNumber(node);
        }
        node.fieldNames().forEachRemaining(StorableText::check);
        for (var child : node) {
            check(child);
        }
    }

    public static void check(String text) {
        for (int i = 0; i < text.length(); i++) {
            var character = text.charAt(i);
            if (character == 0) {
                throw new RejectedException(Reason.BODY_MALFORMED, "a text holds the character U+0000");
            }
            if (Character.isSurrogate(character)) {
                if (!Character.isSurrogatePair(character, i + 1 < text.length() ? text.charAt(i + 1) : ' ')) {
                    throw new RejectedException(Reason.BODY_MALFORMED, "a text holds half a surrogate pair");
                }
                i++;
            }
        }
    }

    /** PostgreSQL writes numbers out without an exponent, and reading stops at that many digits. */
    private static void checkNumber(JsonNode node) {
        var number = node.decimalValue();
        long scale = number.scale();
        long digits = scale > 0 ? Math.max(number.precision(), scale + 1) : number.precision() - scale;
        if (digits > MAX_DIGITS) {
            throw new RejectedException(
                    Reason.BODY_MALFORMED, "a number has more than " + MAX_DIGITS + " digits without its exponent");
        }
    }
}
