package io.parlance.core.store;

import jakarta.transaction.TransactionManager;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.eclipse.persistence.transaction.JTATransactionController;

/** Finds the transaction manager under the name that Payara or WildFly gives it. Public because EclipseLink makes it. */
public class ServerTransactions extends JTATransactionController {
    private static final System.Logger LOG = System.getLogger(ServerTransactions.class.getName());
    private static final String[] NAMES = {"java:jboss/TransactionManager", "java:appserver/TransactionManager"};

    @Override
    @SuppressWarnings("BanJNDI") // two constant names
    protected TransactionManager acquireTransactionManager() throws Exception {
        for (var name : NAMES) {
            try {
                return InitialContext.doLookup(name);
            } catch (NamingException e) {
                LOG.log(System.Logger.Level.DEBUG, "no transaction manager at {0}", name);
            }
        }
        throw new NamingException("no transaction manager under " + String.join(" or ", NAMES));
    }
}
