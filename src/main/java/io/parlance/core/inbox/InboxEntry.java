package io.parlance.core.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person has of a thread.
 *
 * @param lastMessageId its newest message, which everybody in the thread has
 * @param hiddenUpTo the newest message of those the person has deleted
 */
public record InboxEntry(UUID threadId, UUID lastMessageId, @Nullable UUID hiddenUpTo) {
    static final String COLUMNS = "e.thread_id, e.last_message_id, e.hidden_up_to";

    static InboxEntry read(ResultSet row) throws SQLException {
        return new InboxEntry(
                row.getObject("thread_id", UUID.class),
                row.getObject("last_message_id", UUID.class),
                row.getObject("hidden_up_to", UUID.class));
    }
}
