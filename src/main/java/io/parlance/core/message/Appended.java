package io.parlance.core.message;

import java.util.Set;
import java.util.UUID;

/**
 * What a statement did.
 *
 * @param all whether it stored every message
 * @param stored the ids of those it stored, where not all
 * @param claimed the keyed tickets whose keys were free
 */
record Appended(boolean all, Set<UUID> stored, Set<Ticket> claimed) {
    boolean has(StoredMessage message) {
        return all || stored.contains(message.id());
    }
}
