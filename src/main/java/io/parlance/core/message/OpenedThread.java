package io.parlance.core.message;

import io.parlance.core.thread.MessageThread;
import java.util.List;

/** A thread that was made together with its first messages, in the order of their drafts. */
public record OpenedThread(MessageThread thread, List<StoredMessage> messages) {}
