package io.parlance.core.message;

import io.parlance.core.idempotency.IdempotencyKey;
import io.parlance.core.inbox.Audience;
import io.parlance.core.thread.NewThread;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What one request wants stored, all or nothing.
 *
 * @param opening the thread that is made with its first messages; null where all threads exist
 * @param drafts in the order of the request
 * @param keyed the client's key, if it sent one
 * @param audience the people in whose inboxes the messages appear; null where a dialect has no inboxes
 */
public record Submission(
        UUID tenantId,
        String dialect,
        @Nullable NewThread opening,
        List<MessageDraft> drafts,
        @Nullable Keyed keyed,
        @Nullable Audience audience) {

    /**
     * A request that may be repeated.
     *
     * @param answer renders what the client gets, before the transaction that keeps it; the messages it is given are as they
     *     will lie in the store, but for the version of one under a natural key
     */
    public record Keyed(IdempotencyKey key, Function<Receipt, byte[]> answer) {}

    public static Submission of(UUID tenantId, String dialect, List<MessageDraft> drafts) {
        return new Submission(tenantId, dialect, null, drafts, null, null);
    }

    /** Makes a thread and stores its first messages in one. */
    public static Submission opening(NewThread thread, List<MessageDraft> drafts) {
        return new Submission(thread.tenantId(), thread.dialect(), thread, drafts, null, null);
    }

    public Submission under(Keyed key) {
        return new Submission(tenantId, dialect, opening, drafts, key, audience);
    }

    /** Only for drafts without natural keys, none of which is merged with another. */
    public Submission to(Audience people) {
        return new Submission(tenantId, dialect, opening, drafts, keyed, people);
    }
}
