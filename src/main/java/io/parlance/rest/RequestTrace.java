package io.parlance.rest;

import jakarta.servlet.http.HttpServletRequest;

/** What is told of one request while somebody follows it. */
public interface RequestTrace {
    /** Of a request that nobody follows. */
    RequestTrace NONE = new RequestTrace() {};

    /** From now on this thread serves the request, until what this answers is closed. */
    default Served serve() {
        return Served.NOTHING;
    }

    /** The status of the answer is known; the request may be asked for the last time. */
    default void answered(HttpServletRequest request, int status) {}

    /** All is over; nothing of the request can be asked any more. */
    default void end() {}

    /** The time in which a thread serves a request. */
    interface Served {
        Served NOTHING = () -> {};

        void close();
    }
}
