package io.parlance.dialect.travtus;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The files that the upload pages of the reference describe: the messages of a channel under names of their own.
 *
 * @see <a href="https://docs2.travtus.com">the reference, "File upload"</a>
 */
enum FileFormat {
    REVIEW(
            "review",
            "review",
            same("review_id", "rating", "created_datetime", "updated_datetime", "comment"),
            List.of("display_name", "is_anonymous")),
    SMS("sms", "sms", message("phone_number", "phone_number"), List.of("sender_ext_ref", "email_address")),
    CHAT("chat", "web_chat", message("sender_ext_ref", "sender_ext_ref"), List.of("phone_number", "email_address")),
    EMAIL(
            "email",
            "email",
            message(
                    "email_address",
                    "from_email_address",
                    "sent_to_email_address",
                    "to_email_addresses",
                    "subject",
                    "subject"),
            List.of("sender_ext_ref", "phone_number")),
    CALL_RECORDING(
            "call-recording",
            "call_transcript",
            message(
                    "phone_number",
                    "phone_number",
                    "number_dialed_by_user",
                    "number_dialed_by_user",
                    "call_duration_in_sec",
                    "call_duration_in_sec",
                    "recording_url",
                    "recording_url"),
            List.of("sender_ext_ref", "email_address"));

    /** The column that names the group. */
    static final String GROUP = "portfolio_id";

    private final String type;
    private final String channel;
    private final Map<String, String> fields;
    private final List<String> extras;

    /** The fields are those of the channel's object by column; the extras are kept by the name of their column. */
    FileFormat(String type, String channel, Map<String, String> fields, List<String> extras) {
        this.type = type;
        this.channel = channel;
        this.fields = fields;
        this.extras = extras;
    }

    String type() {
        return type;
    }

    String channel() {
        return channel;
    }

    Map<String, String> fields() {
        return fields;
    }

    List<String> extras() {
        return extras;
    }

    /** The column that a field of the channel's object is read from. */
    String column(String field) {
        return fields.entrySet().stream()
                .filter(entry -> entry.getValue().equals(field))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(field);
    }

    private static Map<String, String> same(String... names) {
        var fields = new HashMap<String, String>();
        for (var name : names) {
            fields.put(name, name);
        }
        return Map.copyOf(fields);
    }

    /** What all messages have, and further pairs of column and field. */
    private static Map<String, String> message(String... pairs) {
        var fields = new HashMap<String, String>(same("message_id", "conversation_id"));
        fields.put("message_text", "text");
        fields.put("created_at", "created_datetime");
        for (int i = 0; i < pairs.length; i += 2) {
            fields.put(pairs[i], pairs[i + 1]);
        }
        return Map.copyOf(fields);
    }
}
