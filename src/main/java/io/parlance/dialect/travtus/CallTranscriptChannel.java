package io.parlance.dialect.travtus;

/** Telephone calls: where the recording is, and what was said if somebody wrote it down. */
final class CallTranscriptChannel implements Channel {
    @Override
    public String name() {
        return "call_transcript";
    }

    @Override
    public Content read(ChannelObject call, Envelope envelope) {
        var source = call.source();
        var id = call.id("message_id");
        var text = call.optional("text");
        var createdAt = call.requiredTime("created_datetime");
        var conversation = call.keep("conversation_id", call.id("conversation_id"));
        call.keepRequired("recording_url");
        var phone = call.keepOptional("phone_number");
        call.keepAllOptional("number_dialed_by_user", "call_status", "forwarding_number");
        var agent = call.keepOptional("agent_id");
        call.keepAllOptional("agent_full_name", "agent_first_name", "agent_last_name", "agent_phone_number");
        call.keepWholeNumber("call_duration_in_sec");
        call.keepWholeNumber("call_handle_time");
        call.keepWholeNumber("call_queue_wait_time");
        var author = envelope.author(phone, agent);
        return new Content(source, id, text, createdAt, author, Conversation.of(conversation, null));
    }
}
