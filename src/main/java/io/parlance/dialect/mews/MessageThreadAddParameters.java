package io.parlance.dialect.mews;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Body of {@code messageThreads/add}. The documents know no longest text; this server does, because a list of a thousand
 * threads must stay an answer of ordinary size.
 */
record MessageThreadAddParameters(String originalSender, String subject) {
    private static final String ORIGINAL_SENDER = "OriginalSender";
    private static final String SUBJECT = "Subject";
    private static final int MAX_SENDER = 200;
    private static final int MAX_SUBJECT = 1000;

    static MessageThreadAddParameters read(JsonNode body) {
        requireShort(body, ORIGINAL_SENDER, MAX_SENDER, "The name of the sender");
        requireShort(body, SUBJECT, MAX_SUBJECT, "The subject");
        return new MessageThreadAddParameters(
                Members.requiredText(body, ORIGINAL_SENDER), Members.requiredText(body, SUBJECT));
    }

    private static void requireShort(JsonNode body, String name, int max, String what) {
        var text = Members.of(body, name).asText();
        if (text.codePointCount(0, text.length()) > max) {
            throw new BusinessRule(what + " is longer than " + max + " characters.");
        }
    }
}
