package io.parlance.core.message;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who wrote a message.
 *
 * @param type in the words of the dialect, such as {@code user}, {@code system}, {@code Application}, {@code reviewer}
 * @param id the dialect's id of the author; no UUID by type
 * @param userId set where the author is a person of the tenant
 */
public record Author(String type, String id, @Nullable UUID userId) {
    public static Author of(String type, String id) {
        return new Author(type, id, null);
    }

    public static Author person(String type, UUID userId) {
        return new Author(type, userId.toString(), userId);
    }
}
