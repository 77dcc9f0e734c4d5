package io.parlance.dialect.travtus;

/** Messages of a chat on a web page, the only ones whose conversation need not be named. */
final class WebChatChannel implements Channel {
    @Override
    public String name() {
        return "web_chat";
    }

    @Override
    public Content read(ChannelObject chat, Envelope envelope) {
        var source = chat.source();
        var id = chat.id("message_id");
        var text = chat.written("text");
        var createdAt = chat.requiredTime("created_datetime");
        var named = chat.optionalId("conversation_id");
        var conversation = named.isBlank() ? Conversation.generatedId(envelope, source, id) : named;
        chat.keep("conversation_id", conversation);
        var sender = chat.keepOptional("sender_ext_ref");
        var name = chat.keepOptional("name");
        var agent = chat.keepOptional("agent_id");
        var author = envelope.author(sender.isBlank() ? name : sender, agent);
        return new Content(source, id, text, createdAt, author, Conversation.of(conversation, null));
    }
}
