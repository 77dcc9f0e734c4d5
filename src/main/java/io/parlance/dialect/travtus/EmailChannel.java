package io.parlance.dialect.travtus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** E-mails, as plain text. */
final class EmailChannel implements Channel {
    private static final String RECIPIENTS = "to_email_addresses";
    private static final String REFERENCES = "references";

    @Override
    public String name() {
        return "email";
    }

    @Override
    public Content read(ChannelObject email, Envelope envelope) {
        var source = email.source();
        var id = email.id("message_id");
        var text = email.written("text");
        var createdAt = email.requiredTime("created_datetime");
        var sender = email.keepRequired("from_email_address");
        keepRecipients(email);
        var subject = email.keep("subject", email.written("subject"));
        var conversation = email.keep("conversation_id", email.id("conversation_id"));
        keepReferences(email, envelope.strict());
        email.keepOptional("in_reply_to");
        var agent = email.keepOptional("agent_id");
        email.keepAllOptional("agent_full_name", "agent_first_name", "agent_last_name", "agent_email_address");
        var author = envelope.author(sender, agent);
        return new Content(source, id, text, createdAt, author, Conversation.of(conversation, subject));
    }

    /** The name is a plural and the type a text; an array is taken too, and either is kept as it came. */
    private static void keepRecipients(ChannelObject email) {
        var value = email.member(RECIPIENTS);
        if (!value.isArray()) {
            email.keepRequired(RECIPIENTS);
        } else if (value.isEmpty()) {
            email.refuse(RECIPIENTS, "This list may not be empty.");
        } else {
            keepTexts(email, RECIPIENTS);
        }
    }

    /** Required by the newest reference, and absent from the one before. */
    private static void keepReferences(ChannelObject email, boolean strict) {
        var value = email.member(REFERENCES);
        if (!isAbsent(value)) {
            keepTexts(email, REFERENCES);
        } else if (strict) {
            email.refuse(REFERENCES, Fields.absent(value));
        } else {
            email.keep(REFERENCES, JsonNodeFactory.instance.arrayNode());
        }
    }

    private static void keepTexts(ChannelObject email, String member) {
        var texts = email.texts(member);
        if (texts != null) {
            email.keep(member, texts);
        }
    }

    private static boolean isAbsent(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }
}
