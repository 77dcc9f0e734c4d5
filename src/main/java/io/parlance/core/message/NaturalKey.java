package io.parlance.core.message;

import java.util.UUID;

/** The key under which a message of an outside system is known: a second message under it is a new version of the first. */
public record NaturalKey(UUID groupId, String channel, String source, String externalId) {}
