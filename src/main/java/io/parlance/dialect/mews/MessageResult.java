package io.parlance.dialect.mews;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.UpperCamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Answer of {@code messages/getAll}, newest first.
 *
 * @param cursor id of the last message; null only where there is none
 */
@JsonNaming(UpperCamelCaseStrategy.class)
public record MessageResult(List<Message> messages, @Nullable UUID cursor) {
    static MessageResult of(List<Message> page) {
        return new MessageResult(
                page, page.isEmpty() ? null : page.get(page.size() - 1).id());
    }
}
