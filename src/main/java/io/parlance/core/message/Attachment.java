package io.parlance.core.message;

import java.util.UUID;

/**
 * A file that messages may refer to.
 *
 * @param number small integer, unique in the installation
 */
public record Attachment(UUID tenantId, UUID id, long number, UUID ownerId, FileFacts file) {
    public String name() {
        return file.name();
    }
}
