package io.parlance.core.message;

import java.util.List;
import java.util.UUID;

/** What one request wants stored in threads that exist, all or nothing. */
public record Submission(UUID tenantId, String dialect, List<MessageDraft> drafts) {
    public static Submission of(UUID tenantId, String dialect, List<MessageDraft> drafts) {
        return new Submission(tenantId, dialect, drafts);
    }
}
