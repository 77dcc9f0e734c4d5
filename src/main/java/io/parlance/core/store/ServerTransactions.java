package io.parlance.core.store;

import jakarta.transaction.TransactionManager;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.eclipse.persistence.transaction.JTATransactionController;

/** Finds the transaction manager under the name that Payara or WildFly gives it. Public because EclipseLink makes it. */
public class ServerTransactions extends JTATransactionController {
    private static final String[] NAMES = {"java:jboss/TransactionManager", "java:appserver/TransactionManager"};

    @Override
    @SuppressWarnings("BanJNDI") // two constant names
    protected TransactionManager acquireTransactionManager() throws Exception {
        for (var name : NAMES) {
            try {
                return InitialContext.doLookup(name);
            } catch (NamingException e) {
                continue; // not this server
            }
        }
        throw new NamingException("no transaction manager under " + String.join(" or ", NAMES));
    }
}
