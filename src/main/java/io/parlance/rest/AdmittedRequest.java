package io.parlance.rest;

import io.parlance.core.access.Verdict;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/** A request that is let on to its operation; it gives its place back when it is answered, at once or later. */
class AdmittedRequest extends HttpServletRequestWrapper {
    private final Admission admission;
    private volatile boolean asynchronous;

    AdmittedRequest(HttpServletRequest request, Admission admission) {
        super(request);
        this.admission = admission;
    }

    /**
     * Whether the answer may come later. It is not asked of the container: a request that was answered by another thread may
     * be somebody else's by now.
     */
    final boolean answersLater() {
        return asynchronous;
    }

    @Override
    public AsyncContext startAsync() {
        return leaveOpen(super.startAsync());
    }

    @Override
    public AsyncContext startAsync(ServletRequest request, ServletResponse response) {
        return leaveOpen(super.startAsync(request, response));
    }

    private AsyncContext leaveOpen(AsyncContext async) {
        asynchronous = true;
        return admission.follow(async);
    }

    /** Answers for this request: on Payara the container's own answer, after a dispatch, is about the thread. */
    @Override
    public boolean isUserInRole(String role) {
        return getAttribute(Verdict.ATTRIBUTE) instanceof Verdict.Granted granted
                && granted.caller().role().equals(role);
    }
}
