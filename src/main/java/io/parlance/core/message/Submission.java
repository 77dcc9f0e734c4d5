package io.parlance.core.message;

import io.parlance.core.thread.NewThread;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one request wants stored, all or nothing.
 *
 * @param opening a thread to be made with the messages; null where they go to threads that exist
 */
public record Submission(UUID tenantId, String dialect, @Nullable NewThread opening, List<MessageDraft> drafts) {
    public static Submission of(UUID tenantId, String dialect, List<MessageDraft> drafts) {
        return new Submission(tenantId, dialect, null, drafts);
    }

    public static Submission opening(NewThread thread, List<MessageDraft> drafts) {
        return new Submission(thread.tenantId(), thread.dialect(), thread, drafts);
    }
}
