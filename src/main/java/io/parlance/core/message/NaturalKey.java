package io.parlance.core.message;

import java.util.Comparator;
import java.util.UUID;

/** The key under which a message of an outside system is known: a second message under it is a new version of the first. */
public record NaturalKey(UUID groupId, String channel, String source, String externalId) {
    static final Comparator<NaturalKey> ORDER = Comparator.comparing(NaturalKey::groupId)
            .thenComparing(NaturalKey::channel)
            .thenComparing(NaturalKey::source)
            .thenComparing(NaturalKey::externalId);
}
