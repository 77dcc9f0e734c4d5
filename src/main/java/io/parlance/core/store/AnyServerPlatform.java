package io.parlance.core.store;

import org.eclipse.persistence.platform.server.ServerPlatformBase;
import org.eclipse.persistence.sessions.DatabaseSession;

/** Tells EclipseLink how to join JTA transactions on every server alike. Public because EclipseLink makes it. */
public class AnyServerPlatform extends ServerPlatformBase {
    public AnyServerPlatform(DatabaseSession session) {
        super(session);
    }

    @Override
    public Class<ServerTransactions> getExternalTransactionControllerClass() {
        return ServerTransactions.class;
    }
}
