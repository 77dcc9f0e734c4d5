package io.parlance.rest;

import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Collects one body without holding a thread, then dispatches the request: with the body, or with an empty one and the
 * refusal in {@link BoundedIntakeFilter#REFUSAL}. The container's threads and the timer's meet here, hence the lock.
 */
final class BodyReader implements ReadListener {
    private static final System.Logger LOG = System.getLogger(BodyReader.class.getName());
    private static final int CHUNK = 8192;
    private static final int RELEASE_MILLIS = 1;

    private final AsyncContext async;
    private final HttpServletRequest request;
    private final ServletInputStream input;
    private final IntakeLimits limits;
    private final BodyBudget budget;
    private final ScheduledExecutorService timer;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream(CHUNK);
    private final byte[] chunk = new byte[CHUNK];

    private long received;
    private @Nullable RejectedException refusal;
    private @Nullable Future<?> alarm;
    private boolean finished;

    BodyReader(AsyncContext async, IntakeLimits limits, BodyBudget budget, ScheduledExecutorService timer)
            throws IOException {
        this.async = async;
        this.request = (HttpServletRequest) async.getRequest();
        this.input = request.getInputStream();
        this.limits = limits;
        this.budget = budget;
        this.timer = timer;
    }

    synchronized void start() {
        ring(limits.deadline(), this::tooSlow);
        if (request.getContentLengthLong() > limits.maxBytes()) {
            refuse(tooLarge());
        }
        input.setReadListener(this);
    }

    @Override
    public synchronized void onDataAvailable() throws IOException {
        while (!finished && input.isReady()) {
            int count = input.read(chunk);
            if (count < 0) {
                return;
            }
            take(count);
        }
    }

    @Override
    public synchronized void onAllDataRead() {
        finish();
    }

    @Override
    public synchronized void onError(Throwable failure) {
        if (!finished) {
            finished = true;
            silence();
            budget.giveBack(body.size());
            async.complete(); // the client is gone: nobody reads an answer
        }
    }

    private void take(int count) {
        received += count;
        if (refusal == null && received > limits.maxBytes()) {
            refuse(tooLarge());
        }
        if (refusal == null && !budget.take(count)) {
            refuse(new RejectedException(Reason.OVERLOADED, "too many bodies are in memory", 1));
        }
        if (refusal == null) {
            body.write(chunk, 0, count);
        } else if (received > IntakeLimits.DISCARDED_BYTES) {
            finish();
        }
    }

    /** Goes on reading for a moment, so that the client is not cut off while it still sends. */
    private void refuse(RejectedException why) {
        refusal = why;
        budget.giveBack(body.size());
        body.reset();
        ring(IntakeLimits.DISCARDING, this::finish);
    }

    private synchronized void tooSlow() {
        if (refusal == null) {
            refusal = new RejectedException(Reason.BODY_TOO_SLOW, "the body did not arrive in time");
            budget.giveBack(body.size());
            body.reset();
        }
        finish();
    }

    private RejectedException tooLarge() {
        return new RejectedException(Reason.BODY_TOO_LARGE, "the body exceeds " + limits.maxBytes() + " bytes");
    }

    private synchronized void finish() {
        if (finished) {
            return;
        }
        finished = true;
        silence();
        timer.execute(this::awaitRelease);
    }

    /**
     * Holds the dispatch back until the thread that brought the request in has left the container's service. Payara would
     * start the dispatch twice where both meet, because its own check is not atomic: one request, carried out twice.
     */
    private void awaitRelease() {
        alarm = timer.schedule(
                isReleased() ? this::handOver : this::awaitRelease, RELEASE_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** By specification the timeout of an asynchronous request is closed from the moment its first service ends. */
    private boolean isReleased() {
        try {
            async.setTimeout(0);
            return false;
        } catch (IllegalStateException released) {
            return true;
        }
    }

    private synchronized void handOver() {
        if (refusal != null) {
            request.setAttribute(BoundedIntakeFilter.REFUSAL, refusal);
            ((HttpServletResponse) async.getResponse()).setHeader("Connection", "close");
        }
        request.setAttribute(BoundedIntakeFilter.BODY, body.toByteArray());
        try {
            async.dispatch();
        } catch (IllegalStateException gone) {
            budget.giveBack(body.size());
            LOG.log(System.Logger.Level.DEBUG, "a request ended before its body could be handed over", gone);
        }
    }

    private void ring(Duration delay, Runnable task) {
        silence();
        alarm = timer.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void silence() {
        if (alarm != null) {
            alarm.cancel(false);
        }
    }
}
