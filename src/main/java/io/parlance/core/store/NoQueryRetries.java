package io.parlance.core.store;

import org.eclipse.persistence.config.SessionCustomizer;
import org.eclipse.persistence.sessions.Session;

/**
 * Lets a query fail at once when PostgreSQL is gone. EclipseLink would repeat it for ten seconds, holding the thread; inside a
 * transaction that is lost already it cannot succeed. Public because EclipseLink makes it.
 */
public class NoQueryRetries implements SessionCustomizer {
    @Override
    public void customize(Session session) {
        session.getLogin().setQueryRetryAttemptCount(0);
    }
}
