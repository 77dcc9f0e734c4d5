package io.parlance.dialect.mews;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.UpperCamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.parlance.core.thread.MessageThread;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Answer of {@code messageThreads/getAll}, newest first.
 *
 * @param cursor id of the last thread; null only where there is none
 */
@JsonNaming(UpperCamelCaseStrategy.class)
public record MessageThreadResult(List<Thread> messageThreads, @Nullable UUID cursor) {
    /** For a thread that an operator made and said nothing of; the documents know no empty text. */
    private static final String UNNAMED = "-";

    /** A thread as this API calls it, {@code MessageThread}. */
    @JsonNaming(UpperCamelCaseStrategy.class)
    public record Thread(
            UUID id,
            String originalSender,
            String subject,
            String createdUtc,
            String updatedUtc,
            @JsonProperty("IsResolved") boolean resolved) {

        static Thread of(MessageThread stored) {
            return new Thread(
                    stored.id(),
                    Objects.requireNonNullElse(stored.requesterId(), UNNAMED),
                    Objects.requireNonNullElse(stored.subject(), UNNAMED),
                    MewsTime.write(stored.createdAt()),
                    MewsTime.write(stored.updatedAt()),
                    stored.resolved());
        }
    }

    /** Answer of {@code messageThreads/add}: the one thread that was made. */
    @JsonNaming(UpperCamelCaseStrategy.class)
    public record Added(List<Thread> messageThreads) {
        static Added of(MessageThread thread) {
            return new Added(List.of(Thread.of(thread)));
        }
    }

    static MessageThreadResult of(List<MessageThread> page) {
        return new MessageThreadResult(
                page.stream().map(Thread::of).toList(),
                page.isEmpty() ? null : page.get(page.size() - 1).id());
    }
}
