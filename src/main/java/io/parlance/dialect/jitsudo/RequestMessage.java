package io.parlance.dialect.jitsudo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parlance.core.message.StoredMessage;
import java.util.UUID;

/**
 * A message of an access request. All seven members are always there.
 *
 * @param author_type {@code user}, {@code approver}, {@code system} or {@code ai}
 * @param author_id no uuid by type
 * @param metadata an empty object where none was sent
 * @param created_at RFC 3339 in UTC with six digits of fraction
 */
public record RequestMessage(
        UUID id,
        UUID request_id,
        String author_type,
        String author_id,
        String content,
        ObjectNode metadata,
        String created_at) {
    static RequestMessage of(StoredMessage stored) {
        var content = stored.content();
        return new RequestMessage(
                stored.id(),
                content.threadId(),
                content.author().type(),
                content.author().id(),
                content.body(),
                CreateMessageRequest.metadata(content),
                WireTime.text(stored.createdAt()));
    }
}
