package io.parlance.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How large a body may be and how long it may take to arrive. */
@ApplicationScoped
class IntakeLimits {
    /** What is read and thrown away after a refusal, so that an ordinary client gets to see the answer. */
    static final long DISCARDED_BYTES = 16L << 20;

    static final Duration DISCARDING = Duration.ofSeconds(2);

    @Inject
    @ConfigProperty(name = "parlance.body.max-bytes", defaultValue = "4194304")
    long maxBytes;

    @Inject
    @ConfigProperty(name = "parlance.body.deadline-seconds", defaultValue = "10")
    long deadlineSeconds;

    long maxBytes() {
        return maxBytes;
    }

    Duration deadline() {
        return Duration.ofSeconds(deadlineSeconds);
    }
}
