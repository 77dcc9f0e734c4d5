package io.parlance.dialect.highq;

import io.parlance.core.config.Configuration;
import io.parlance.core.config.CoreKey;
import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** How much may be uploaded, and how much of it may be written at once: each writer has a connection for seconds. */
@ApplicationScoped
class Uploads {
    private static final int WRITERS = 4;
    private static final int PATIENCE_SECONDS = 60;

    @Inject
    Configuration configuration;

    private final Semaphore places = new Semaphore(WRITERS, true);

    long maxBytes() {
        return configuration.number(CoreKey.ATTACHMENT_MAX_BYTES);
    }

    /** Writes when it is this one's turn. */
    Response inTurn(Supplier<Response> writer) {
        try {
            if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        }
        try {
            return writer.get();
        } finally {
            places.release();
        }
    }

    private static RejectedException busy() {
        return new RejectedException(Reason.OVERLOADED, "too many files are being stored", 1);
    }
}
