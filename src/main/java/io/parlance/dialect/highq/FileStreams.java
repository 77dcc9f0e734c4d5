package io.parlance.dialect.highq;

import io.parlance.core.config.Configuration;
import io.parlance.core.config.CoreKey;
import io.parlance.core.message.Attachment;
import io.parlance.core.message.Attachments;
import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import io.parlance.rest.ByteRange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sends files piece by piece. Each piece is a query of its own, so a client that reads slowly holds a thread but no connection, and
 * there are only so many of them: half as many as WildFly has for all requests.
 */
@ApplicationScoped
class FileStreams {
    private static final int RETRY_SECONDS = 1;
    private static final int PLACES_PER_PROCESSOR = 8;

    @Inject
    Attachments attachments;

    @Inject
    Configuration configuration;

    private final AtomicInteger open = new AtomicInteger();

    /** A part of a file, to be written once. */
    StreamingOutput open(Attachment file, ByteRange range) {
        if (open.incrementAndGet() > places()) {
            open.decrementAndGet();
            throw new RejectedException(Reason.OVERLOADED, "too many files are being sent", RETRY_SECONDS);
        }
        return output -> {
            try {
                write(file, range, output);
            } finally {
                open.decrementAndGet();
            }
        };
    }

    private int places() {
        return Math.min(
                configuration.count(CoreKey.ATTACHMENT_MAX_AT_ONCE),
                PLACES_PER_PROCESSOR * Runtime.getRuntime().availableProcessors());
    }

    private void write(Attachment file, ByteRange range, OutputStream output) throws IOException {
        long at = range.start();
        while (at < range.end()) {
            int position = (int) (at / Attachments.CHUNK);
            int from = (int) (at % Attachments.CHUNK);
            var chunk = attachments.chunk(file, position);
            int count = (int) Math.min(chunk.length - from, range.end() - at);
            output.write(chunk, from, count);
            at += count;
        }
    }
}
