package io.parlance.core.lifecycle;

import io.parlance.core.audit.AuditEntry;
import io.parlance.core.message.MessageDraft;
import io.parlance.core.thread.NewThread;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A thread that begins its life.
 *
 * @param due when it has to be looked at again if it is still in its first status; null for never
 * @param notes tell the people of the thread
 */
public record Opening(NewThread thread, @Nullable Instant due, List<AuditEntry> entries, List<MessageDraft> notes) {}
