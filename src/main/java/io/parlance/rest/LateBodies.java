package io.parlance.rest;

import io.parlance.core.problem.RejectedException;
import io.parlance.rest.IntakeLimits.Allowance;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.jspecify.annotations.Nullable;

/** Has bodies read that are still on their way, into memory or, where an operation takes files, into a file. */
@ApplicationScoped
class LateBodies {
    @Inject
    IntakeLimits limits;

    @Inject
    IntakeBounds bounds;

    @Inject
    BodyFiles files;

    private final ScheduledThreadPoolExecutor timer = timer();

    /** Makes the request asynchronous and returns; it is dispatched when the body is there or is refused. */
    void read(HttpServletRequest request, HttpServletResponse response, Admission admission, Allowance allowance)
            throws IOException {
        boolean started = false;
        try {
            var refusal = allowance.inFile() ? keepInFile(request, admission) : keepInMemory(request, admission);
            var async = admission.follow(request.startAsync(request, response));
            async.setTimeout(0);
            new BodyReader(async, admission, allowance, timer).start(refusal);
            started = true;
        } finally {
            if (!started) {
                admission.end();
            }
        }
    }

    private @Nullable RejectedException keepInMemory(HttpServletRequest request, Admission admission) {
        admission.keep(new MemoryBody(admission::buffer));
        long announced = request.getContentLengthLong();
        return announced <= limits.maxBytes()
                        && announced > bounds.arrivingBytes().left()
                ? Admission.overloaded("there is no room for a body of the announced length")
                : null;
    }

    /** Only callers that are known may fill files. */
    private @Nullable RejectedException keepInFile(HttpServletRequest request, Admission admission) {
        var refusal = refusalOfCaller(request);
        if (refusal != null) {
            return refusal;
        }
        var body = files.create();
        body.ifPresent(admission::keep);
        return body.isPresent() ? null : Admission.overloaded("too many attachments are being handled");
    }

    private static @Nullable RejectedException refusalOfCaller(HttpServletRequest request) {
        try {
            Callers.of(request);
            return null;
        } catch (RejectedException nobody) {
            return nobody;
        }
    }

    @PreDestroy
    void stop() {
        timer.shutdownNow();
    }

    private static ScheduledThreadPoolExecutor timer() {
        var executor = new ScheduledThreadPoolExecutor(1, task -> {
            var thread = new Thread(task, "parlance-body-deadline");
            thread.setDaemon(true);
            return thread;
        });
        executor.setRemoveOnCancelPolicy(true);
        return executor;
    }
}
