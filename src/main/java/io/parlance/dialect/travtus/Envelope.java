package io.parlance.dialect.travtus;

import com.fasterxml.jackson.databind.JsonNode;
import io.parlance.core.message.Author;
import io.parlance.core.tenant.Group;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the members of the envelope say, whatever the channel.
 *
 * @param attributes by the names of the wire
 * @param strict whether members are demanded that only the newest reference demands
 */
record Envelope(Group group, boolean outbound, Map<String, Object> attributes, boolean strict) {
    private static final String DIRECTION = "message_direction";
    private static final String INBOUND = "Inbound";
    private static final String OUTBOUND = "Outbound";
    private static final String[] TEXTS = {"first_name", "last_name", "message_uri"};

    static Envelope read(JsonNode body, Group group, boolean strict, FieldErrors errors) {
        var attributes = new LinkedHashMap<String, Object>();
        for (var name : TEXTS) {
            var text = Fields.text(body, name);
            if (text.error() != null) {
                errors.add(name, text.error());
            } else if (text.value() != null) {
                attributes.put(name, text.value());
            }
        }
        var urls = Fields.texts(body, "attachment_urls");
        if (urls.error() != null) {
            errors.add("attachment_urls", urls.error());
        } else if (urls.value() != null) {
            attributes.put("attachment_urls", urls.value());
        }
        boolean outbound = outbound(body.path(DIRECTION), strict, errors);
        attributes.put(DIRECTION, outbound ? OUTBOUND : INBOUND);
        return new Envelope(group, outbound, attributes, strict);
    }

    /** Inbound unless the body says otherwise; any case is taken. */
    private static boolean outbound(JsonNode value, boolean strict, FieldErrors errors) {
        if (value.isMissingNode() || value.isNull()) {
            if (strict) {
                errors.add(DIRECTION, Fields.absent(value));
            }
            return false;
        }
        boolean outbound = value.asText().equalsIgnoreCase(OUTBOUND);
        if (!value.isTextual() || !(outbound || value.asText().equalsIgnoreCase(INBOUND))) {
            errors.add(DIRECTION, Fields.notAChoice(value));
        }
        return outbound;
    }

    /** The customer who wrote in, or the agent who wrote out: known by the first of these texts that says something. */
    Author author(String customer, String agent) {
        return outbound ? Author.of("agent", known(agent, customer)) : Author.of("sender", known(customer, ""));
    }

    private static String known(String text, String otherwise) {
        if (!text.isBlank()) {
            return text;
        }
        return otherwise.isBlank() ? Channel.UNKNOWN : otherwise;
    }
}
