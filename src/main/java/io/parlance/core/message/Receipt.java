package io.parlance.core.message;

import io.parlance.core.thread.MessageThread;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What became of a submission; all of it is committed.
 *
 * @param messages in the order of the drafts; empty in a replay
 * @param opened the thread that was made, where one was asked for; null in a replay
 * @param answer what the client gets, where the submission is keyed; else null
 * @param replayed whether the answer is that of an earlier request under the same key, and nothing was stored now
 */
public record Receipt(
        List<StoredMessage> messages, @Nullable MessageThread opened, byte @Nullable [] answer, boolean replayed) {

    static Receipt replay(byte[] answer) {
        return new Receipt(List.of(), null, answer, true);
    }

    Receipt asReplay() {
        return new Receipt(messages, opened, answer, true);
    }

    /** The only message of a submission of one. */
    public StoredMessage message() {
        return messages.get(0);
    }

    /** The thread of a submission that opens one. */
    public MessageThread thread() {
        return Objects.requireNonNull(opened);
    }
}
