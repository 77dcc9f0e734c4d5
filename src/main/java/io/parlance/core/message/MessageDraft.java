package io.parlance.core.message;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message on its way into the store.
 *
 * @param channel {@code review}, {@code email} and so on, where the dialect has channels
 * @param body the text as received
 * @param contentType {@code text/plain} or {@code text/html}
 * @param identifier the client's own correlation text; no key
 * @param sentAt when it was written, as the client says; null where the dialect does not tell
 * @param attributes JSON object of what only the dialect has, as text
 * @param naturalKey makes the message a version of an earlier one under the same key
 * @param attachmentIds attachments it refers to, which are bound with it
 */
public record MessageDraft(
        UUID threadId,
        @Nullable String channel,
        Author author,
        String body,
        String contentType,
        @Nullable String identifier,
        @Nullable Instant sentAt,
        String attributes,
        @Nullable NaturalKey naturalKey,
        List<UUID> attachmentIds) {
    public static final String PLAIN = "text/plain";
    public static final String HTML = "text/html";

    /** A plain text with nothing else said. */
    public static MessageDraft plain(UUID threadId, Author author, String body) {
        return new MessageDraft(threadId, null, author, body, PLAIN, null, null, "{}", null, List.of());
    }

    public static MessageDraft html(UUID threadId, Author author, String body, List<UUID> attachmentIds) {
        return new MessageDraft(threadId, null, author, body, HTML, null, null, "{}", null, List.copyOf(attachmentIds));
    }

    public MessageDraft identifier(@Nullable String text) {
        return new MessageDraft(
                threadId, channel, author, body, contentType, text, sentAt, attributes, naturalKey, attachmentIds);
    }

    /** Takes a JSON object, as text. */
    public MessageDraft attributes(String json) {
        return new MessageDraft(
                threadId, channel, author, body, contentType, identifier, sentAt, json, naturalKey, attachmentIds);
    }

    public MessageDraft sentAt(@Nullable Instant when) {
        return new MessageDraft(
                threadId, channel, author, body, contentType, identifier, when, attributes, naturalKey, attachmentIds);
    }

    /** Makes it a version of whatever is known under the key. */
    public MessageDraft keyed(NaturalKey key) {
        return new MessageDraft(
                threadId, key.channel(), author, body, contentType, identifier, sentAt, attributes, key, attachmentIds);
    }
}
