package io.parlance.ops.trace;

import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.parlance.core.message.IntakeTracer.Follower;
import io.parlance.core.message.IntakeTracer.Times;
import java.time.Clock;
import java.time.Instant;

/** The spans of one submission below that of its request: the time it waited, and the commit that it shared with others. */
record IntakeSpans(Tracer tracer, Context request) implements Follower {
    @Override
    public void ended(Times times) {
        if (times.written() == 0) {
            return; // it was not stored
        }
        var now = Instant.now(Clock.systemUTC());
        long nanos = System.nanoTime();
        var written = now.minusNanos(nanos - times.written());
        tracer.spanBuilder("intake wait")
                .setParent(request)
                .setStartTimestamp(now.minusNanos(nanos - times.submitted()))
                .startSpan()
                .end(written);
        tracer.spanBuilder("intake commit")
                .setParent(request)
                .setStartTimestamp(written)
                .setAttribute("parlance.batch.requests", times.requests())
                .startSpan()
                .end(now.minusNanos(nanos - times.committed()));
    }
}
