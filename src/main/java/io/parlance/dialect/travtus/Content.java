package io.parlance.dialect.travtus;

import io.parlance.core.message.Author;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the object of a channel says, in the words of the store; the rest of its members are attributes.
 *
 * @param source the provider, by whose ids the message is known
 * @param id the provider's id of the message
 */
record Content(
        String source, String id, String text, @Nullable Instant createdAt, Author author, Conversation conversation) {}
