package io.parlance.rest;

import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;

/**
 * What one request takes up of the {@link IntakeBounds}, from its first byte until its answer is complete. Everything is
 * given back together and once, whoever notices the end first; nothing can be taken after that.
 */
final class Admission implements AsyncListener {
    /** A body, a copy of it and its text. */
    private static final int COPIES = 4;

    /** What a dense body such as {@code [{},{},…} becomes as a tree, and where the bounds of {@link Json} end that. */
    private static final int TREE = 40;

    private static final long LARGEST_TREE = 20L << 20;

    static final String TOO_MANY_IN_FLIGHT = "too many requests are in flight";

    private static final int RETRY_SECONDS = 1;

    private final IntakeBounds bounds;
    private final Passage passage;
    private boolean arriving;
    private boolean inFlight;
    private boolean ended;
    private long buffered;
    private long working;
    private Body body = Body.NONE;

    Admission(IntakeBounds bounds, Passage passage) {
        this.bounds = bounds;
        this.passage = passage;
    }

    /** Of a request that takes up nothing, because it is only refused. */
    static Admission none(Passage passage) {
        return new Admission(new IntakeBounds(), passage);
    }

    static RejectedException overloaded(String detail) {
        return new RejectedException(Reason.OVERLOADED, detail, RETRY_SECONDS);
    }

    /** Takes a place among the requests whose body is on its way; false if there is none. */
    synchronized boolean arrive() {
        arriving = !ended && bounds.arriving().take(1);
        return arriving;
    }

    /** Takes bytes for a body on its way; false if they are not there. */
    synchronized boolean buffer(long bytes) {
        if (ended || !bounds.arrivingBytes().take(bytes)) {
            return false;
        }
        buffered += bytes;
        return true;
    }

    /**
     * Takes a place among the requests in flight, and the memory that a body of this many bytes may need there, in exchange
     * for the place and the bytes of its arrival; false, and nothing changed, if either is not there.
     */
    synchronized boolean enter(long bytes) {
        if (ended || !bounds.inFlight().take(1)) {
            return false;
        }
        long memory =
                Math.min(memoryFor(bytes), bounds.workingBytes().limit()); // one that is alone always gets through
        if (!bounds.workingBytes().take(memory)) {
            bounds.inFlight().giveBack(1);
            return false;
        }
        inFlight = true;
        working = memory;
        leaveArrival();
        return true;
    }

    /** Entrusts a body to this request; it is discarded with everything else. */
    synchronized void keep(Body arrived) {
        if (ended) {
            arrived.discard();
        } else {
            body = arrived;
        }
    }

    synchronized Body body() {
        return body;
    }

    /** Throws the body away; the place stays taken until the refusal is answered. */
    synchronized void forgetBody() {
        body.discard();
        body = Body.NONE;
        bounds.arrivingBytes().giveBack(buffered);
        buffered = 0;
    }

    RequestTrace trace() {
        return passage.trace();
    }

    /** Gives all back. */
    synchronized void end() {
        if (ended) {
            return;
        }
        ended = true;
        forgetBody();
        leaveArrival();
        if (inFlight) {
            bounds.inFlight().giveBack(1);
            bounds.workingBytes().giveBack(working);
        }
        passage.end();
    }

    /** The memory that parsing may need for a body of this many bytes, at worst, as measured. */
    static long memoryFor(long bytes) {
        return COPIES * bytes + Math.min(TREE * bytes, LARGEST_TREE);
    }

    private void leaveArrival() {
        bounds.arrivingBytes().giveBack(buffered);
        buffered = 0;
        if (arriving) {
            arriving = false;
            bounds.arriving().giveBack(1);
        }
    }

    /** Ends with the asynchronous request. */
    AsyncContext follow(AsyncContext async) {
        async.addListener(this);
        return async;
    }

    @Override
    public void onComplete(AsyncEvent event) {
        end();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        end();
    }

    @Override
    public void onError(AsyncEvent event) {
        end();
    }

    /** The containers forget listeners then; who starts anew lets this follow anew. */
    @Override
    public void onStartAsync(AsyncEvent event) {}
}
