package io.parlance.core.message;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What a statement did.
 *
 * @param versions of the messages that it stored, by id
 * @param claimed the keyed tickets whose keys were free
 */
record Appended(Map<UUID, Integer> versions, Set<Ticket> claimed) {}
