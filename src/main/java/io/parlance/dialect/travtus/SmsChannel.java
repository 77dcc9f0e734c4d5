package io.parlance.dialect.travtus;

/** Text messages, each of a telephone number. */
final class SmsChannel implements Channel {
    @Override
    public String name() {
        return "sms";
    }

    @Override
    public Content read(ChannelObject sms, Envelope envelope) {
        var source = sms.source();
        var id = sms.id("message_id");
        var text = sms.written("text");
        var createdAt = sms.requiredTime("created_datetime");
        var phone = sms.keepRequired("phone_number");
        var conversation = sms.keep("conversation_id", sms.id("conversation_id"));
        sms.keepOptional("sent_to_phone_number");
        var agent = sms.keepOptional("agent_id");
        sms.keepAllOptional("agent_full_name", "agent_first_name", "agent_last_name", "agent_phone_number");
        var author = envelope.author(phone, agent);
        return new Content(source, id, text, createdAt, author, Conversation.of(conversation, null));
    }
}
