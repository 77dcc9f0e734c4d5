package io.parlance.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;

/** Refuses what PostgreSQL cannot keep as received: NUL characters, lone surrogates, numbers beyond all measure. */
public final class StorableText {
    private static final int MAX_EXPONENT = 1000;

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

    private static void checkNumber(JsonNode node) {
        if (Math.abs((long) node.decimalValue().scale()) > MAX_EXPONENT) {
            throw new RejectedException(Reason.BODY_MALFORMED, "a number has an exponent beyond " + MAX_EXPONENT);
        }
    }
}
