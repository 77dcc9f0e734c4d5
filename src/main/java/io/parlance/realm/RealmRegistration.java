package io.parlance.realm;

import jakarta.inject.Inject;
import jakarta.security.auth.message.config.AuthConfigFactory;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/**
 * Puts {@link ParlanceAuthModule} in the place of Payara's own bridge to {@link ParlanceMechanism}. That one makes an exception
 * and two JNDI look-ups to find the mechanism, for every request and once more for its answer: an eighth of the server's CPU
 * for a message. Other servers keep theirs.
 */
@WebListener
public class RealmRegistration implements ServletContextListener {
    private static final String PAYARA = "com.sun.";

    @Inject
    Realm realm;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        var factory = AuthConfigFactory.getFactory();
        if (isPayara(factory)) {
            factory.removeServerAuthModule(event.getServletContext());
            factory.registerServerAuthModule(new ParlanceAuthModule(realm), event.getServletContext());
        }
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        var factory = AuthConfigFactory.getFactory();
        if (isPayara(factory)) {
            factory.removeServerAuthModule(event.getServletContext());
        }
    }

    private static boolean isPayara(AuthConfigFactory factory) {
        return factory != null && factory.getClass().getName().startsWith(PAYARA);
    }
}
