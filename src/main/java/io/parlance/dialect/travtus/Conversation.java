package io.parlance.dialect.travtus;

import io.parlance.core.thread.NewThread;
import io.parlance.rest.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The thread of a message. The same {@code conversation_id} is the same thread in a group, whatever the channel; all reviews
 * of a group and source are one thread.
 *
 * @param key tells it from the others of its group
 * @param attributes JSON object, as text
 */
record Conversation(String key, @Nullable String subject, String attributes) {
    /** A client's own thread. */
    static Conversation of(String id, @Nullable String subject) {
        return new Conversation("conversation/" + id, subject, Json.write(Map.of("conversation_id", id)));
    }

    static Conversation reviews(Envelope envelope, String source) {
        return new Conversation(
                ReviewChannel.NAME + "/" + source,
                "Reviews of " + envelope.group().name(),
                "{}");
    }

    /** The id of a conversation that its client did not name: always the same for the same message, so that it can be repeated. */
    static String generatedId(Envelope envelope, String source, String messageId) {
        var name = envelope.group().id() + "\n" + source + "\n" + messageId;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    NewThread thread(Envelope envelope) {
        var group = envelope.group();
        return NewThread.of(group.tenantId(), TravtusDialect.NAME)
                .inGroup(group.id(), key)
                .about(subject)
                .attributes(attributes);
    }
}
