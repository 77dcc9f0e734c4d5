package io.parlance.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

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
    @ConfigProperty(name = "parlance.body.max-bytes", defaultValue = "4194304")
    long maxBytes;

    @Inject
    @ConfigProperty(name = "parlance.body.deadline-seconds", defaultValue = "10")
    long deadlineSeconds;

    @Inject
    @ConfigProperty(name = "parlance.body.max-arriving", defaultValue = "8192")
    long maxArriving;

    @Inject
    @ConfigProperty(name = "parlance.body.budget-bytes")
    Optional<Long> budgetBytes;

    @Inject
    @ConfigProperty(name = "parlance.requests.max-in-flight", defaultValue = "2048")
    long maxInFlight;

    @Inject
    @ConfigProperty(name = "parlance.attachment.max-bytes", defaultValue = "104857600")
    long attachmentMaxBytes;

    @Inject
    @ConfigProperty(name = "parlance.attachment.deadline-seconds", defaultValue = "300")
    long attachmentDeadlineSeconds;

    @Inject
    @ConfigProperty(name = "parlance.attachment.max-at-once", defaultValue = "64")
    long maxAttachments;

    @Inject
    @ConfigProperty(name = "parlance.import.max-bytes", defaultValue = "1073741824")
    long importMaxBytes;

    @Inject
    @ConfigProperty(name = "parlance.import.deadline-seconds", defaultValue = "3600")
    long importDeadlineSeconds;

    /** What one body may be: so large, so long on its way, and kept in a file or in memory. */
    record Allowance(long maxBytes, Duration deadline, boolean inFile) {}

    /** For bodies that are kept in memory. */
    Allowance body() {
        return new Allowance(maxBytes, Duration.ofSeconds(deadlineSeconds), false);
    }

    /** For the files of clients, in forms. */
    Allowance attachment() {
        return new Allowance(attachmentMaxBytes + FORM_BYTES, Duration.ofSeconds(attachmentDeadlineSeconds), true);
    }

    /** For files that an operator imports. */
    Allowance importFile() {
        return new Allowance(importMaxBytes, Duration.ofSeconds(importDeadlineSeconds), true);
    }

    long maxBytes() {
        return maxBytes;
    }

    long maxArriving() {
        return maxArriving;
    }

    long maxInFlight() {
        return maxInFlight;
    }

    long maxAttachments() {
        return maxAttachments;
    }

    /** Bytes of all bodies that are arriving. */
    long budget() {
        return budgetBytes.orElseGet(() -> Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP);
    }
}
