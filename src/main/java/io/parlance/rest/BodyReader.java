package io.parlance.rest;

import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import io.parlance.rest.IntakeLimits.Allowance;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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
    private static final int UNANNOUNCED_MILLIS = 10;

    private final AsyncContext async;
    private final HttpServletRequest request;
    private final ServletInputStream input;
    private final Admission admission;
    private final Allowance allowance;
    private final ScheduledExecutorService timer;

    private long received;
    private @Nullable RejectedException refusal;
    private @Nullable Future<?> alarm;
    private boolean finished;

    /** The admission keeps the body that is to be filled. */
    BodyReader(AsyncContext async, Admission admission, Allowance allowance, ScheduledExecutorService timer)
            throws IOException {
        this.async = async;
        this.request = (HttpServletRequest) async.getRequest();
        this.input = request.getInputStream();
        this.admission = admission;
        this.allowance = allowance;
        this.timer = timer;
    }

    /** Begins to read; what is refused from the start is read only to be thrown away. */
    synchronized void start(@Nullable RejectedException refused) {
        ring(allowance.deadline(), this::tooSlow);
        if (refused != null) {
            refuse(refused);
        } else if (request.getContentLengthLong() > allowance.maxBytes()) {
            refuse(tooLarge());
        }
        input.setReadListener(this);
    }

    /** The buffer lives no longer than this call: thousands of slow bodies would keep as many. */
    @Override
    public synchronized void onDataAvailable() throws IOException {
        var chunk = new byte[CHUNK];
        while (!isComplete() && input.isReady()) {
            int count = input.read(chunk);
            if (count < 0) {
                return;
            }
            take(chunk, count);
        }
    }

    /**
     * Notices the end without asking the stream whether it is ready once more. Payara would report the end from another thread
     * then, and touch the request from there when it may already be answered and serve somebody else.
     */
    private boolean isComplete() {
        if (!finished && (received == request.getContentLengthLong() || input.isFinished())) {
            onAllDataRead();
        }
        return finished;
    }

    @Override
    public synchronized void onAllDataRead() {
        if (refusal == null && received < request.getContentLengthLong()) {
            refusal = new RejectedException(Reason.BODY_MALFORMED, "the body is shorter than announced");
            admission.forgetBody();
        }
        finish();
    }

    /** The client is gone, or the container stopped reading a body that was refused already. */
    @Override
    public synchronized void onError(Throwable failure) {
        if (refusal != null) {
            finish();
        } else if (!finished) {
            finished = true;
            silence();
            admission.end();
            async.complete(); // nobody reads an answer
        }
    }

    private void take(byte[] chunk, int count) {
        received += count;
        if (refusal == null && received > allowance.maxBytes()) {
            refuse(tooLarge());
        }
        if (refusal == null && !add(chunk, count)) {
            refuse(Admission.overloaded("there is no room for the body"));
        }
        if (refusal != null && received > IntakeLimits.DISCARDED_BYTES) {
            finish();
        }
    }

    private boolean add(byte[] chunk, int count) {
        try {
            return admission.body().add(chunk, count);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "a body cannot be kept", e);
            return false;
        }
    }

    /** Goes on reading for a moment, so that the client is not cut off while it still sends. */
    private void refuse(RejectedException why) {
        refusal = why;
        admission.forgetBody();
        ring(IntakeLimits.DISCARDING, this::finish);
    }

    private synchronized void tooSlow() {
        if (refusal == null) {
            refusal = new RejectedException(Reason.BODY_TOO_SLOW, "the body did not arrive in time");
            admission.forgetBody();
        }
        finish();
    }

    private RejectedException tooLarge() {
        return new RejectedException(Reason.BODY_TOO_LARGE, "the body exceeds " + allowance.maxBytes() + " bytes");
    }

    private synchronized void finish() {
        if (!finished) {
            finished = true;
            silence();
            awaitRelease();
        }
    }

    /**
     * Holds the dispatch back until the thread that brought the request in has left the container's service. Payara would
     * lose the dispatch or start it twice where both meet, because its own check is not atomic; it says nowhere that it has
     * left, and does so a few instructions after {@link #isReleased}. Mostly it has left long before. After a body without an
     * announced length more threads of Payara's may still be about the request.
     */
    private synchronized void awaitRelease() {
        if (isReleased()) {
            ring(
                    Duration.ofMillis(request.getContentLengthLong() < 0 ? UNANNOUNCED_MILLIS : RELEASE_MILLIS),
                    this::handOver);
        } else {
            ring(Duration.ofMillis(RELEASE_MILLIS), this::awaitRelease);
        }
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
        if (refusal == null && !admission.enter(admission.body().inMemory())) {
            admission.forgetBody();
            refusal = Admission.overloaded(Admission.TOO_MANY_IN_FLIGHT);
        }
        try {
            if (refusal != null) {
                request.setAttribute(BoundedIntakeFilter.REFUSAL, refusal);
                ((HttpServletResponse) async.getResponse()).setHeader("Connection", "close");
            }
            request.setAttribute(BoundedIntakeFilter.ADMISSION, admission);
            async.dispatch();
        } catch (RuntimeException gone) { // the container may have ended the request and taken its objects back
            admission.end();
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
