package io.parlance.rest;

import io.parlance.core.config.Configuration;
import io.parlance.core.config.CoreKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** How large a body may be, how long it may take to arrive, and how much there may be of everything at once. */
@ApplicationScoped
class IntakeLimits {
    /** What is read and thrown away after a refusal, so that an ordinary client gets to see the answer. */
    static final long DISCARDED_BYTES = 16L << 20;

    static final Duration DISCARDING = Duration.ofSeconds(2);

    private static final int SHARE_OF_HEAP = 4;

    /** What a form may have besides the file. */
    private static final int FORM_BYTES = 64 << 10;

    @Inject
    Configuration configuration;

    /** What one body may be: so large, so long on its way, and kept in a file or in memory. */
    record Allowance(long maxBytes, Duration deadline, boolean inFile) {}

    /** For bodies that are kept in memory. */
    Allowance body() {
        return new Allowance(maxBytes(), configuration.seconds(CoreKey.BODY_DEADLINE), false);
    }

    /** For the files of clients, in forms. */
    Allowance attachment() {
        return new Allowance(
                configuration.number(CoreKey.ATTACHMENT_MAX_BYTES) + FORM_BYTES,
                configuration.seconds(CoreKey.ATTACHMENT_DEADLINE),
                true);
    }

    /** For files that an operator imports. */
    Allowance importFile() {
        return new Allowance(
                configuration.number(CoreKey.IMPORT_MAX_BYTES), configuration.seconds(CoreKey.IMPORT_DEADLINE), true);
    }

    long maxBytes() {
        return configuration.number(CoreKey.BODY_MAX_BYTES);
    }

    long maxArriving() {
        return configuration.number(CoreKey.BODY_MAX_ARRIVING);
    }

    long maxInFlight() {
        return configuration.number(CoreKey.MAX_IN_FLIGHT);
    }

    long maxAttachments() {
        return configuration.number(CoreKey.ATTACHMENT_MAX_AT_ONCE);
    }

    /** Bytes of all bodies that are arriving. */
    long budget() {
        return configuration
                .find(CoreKey.BODY_BUDGET)
                .map(Long::parseLong)
                .orElseGet(() -> Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP);
    }
}
