package io.parlance.core.lifecycle;

import io.parlance.core.audit.AuditEntry;
import io.parlance.core.message.MessageDraft;
import io.parlance.core.thread.MessageThread;
import java.util.List;

/**
 * What happens to a thread that is still in the status it was seen in.
 *
 * @param thread as it was seen
 * @param status the new one
 * @param attributes JSON object whose members replace those of the thread, as text
 * @param note tells the people of the thread
 */
public record StatusChange(
        MessageThread thread, String status, String attributes, List<AuditEntry> entries, MessageDraft note) {}
