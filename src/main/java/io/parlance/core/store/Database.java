package io.parlance.core.store;

import io.parlance.core.config.Configuration;
import io.parlance.core.config.CoreKey;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Map;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The one way to PostgreSQL: a JTA data source found by the JNDI name in {@code parlance.datasource}, and the persistence
 * unit on top of it. The default name is the pool the WAR defines itself; an administrator may name one of the server's.
 */
@ApplicationScoped
public class Database {
    private static final String REGISTRY = "java:comp/TransactionSynchronizationRegistry";

    @Inject
    Configuration configuration;

    private volatile @Nullable DataSource dataSource;
    private volatile @Nullable EntityManagerFactory factory;

    public DataSource dataSource() {
        var found = dataSource;
        if (found == null) {
            found = lookUp(configuration.text(CoreKey.DATASOURCE), DataSource.class);
            dataSource = found;
        }
        return found;
    }

    public PoolFacts pool() {
        return new PoolFacts(configuration.text(CoreKey.DATASOURCE));
    }

    /** The entity manager of the running JTA transaction; it is closed when that transaction ends. */
    public EntityManager entityManager() {
        var registry = lookUp(REGISTRY, TransactionSynchronizationRegistry.class);
        if (registry.getResource(this) instanceof EntityManager open) {
            return open;
        }
        var entityManager = factory().createEntityManager();
        registry.putResource(this, entityManager);
        registry.registerInterposedSynchronization(new CloseAfterCompletion(entityManager));
        return entityManager;
    }

    private synchronized EntityManagerFactory factory() {
        var open = factory;
        if (open == null) {
            open = Persistence.createEntityManagerFactory(
                    "parlance", Map.of("jakarta.persistence.jtaDataSource", dataSource()));
            factory = open;
        }
        return open;
    }

    @SuppressWarnings("BanJNDI") // the name comes from the administrator, never from a request
    private static <T> T lookUp(String name, Class<T> type) {
        try {
            return type.cast(new InitialContext().lookup(name));
        } catch (NamingException e) {
            throw new IllegalStateException("nothing is bound at JNDI name " + name + "; see parlance.datasource", e);
        }
    }

    @PreDestroy
    void close() {
        var open = factory;
        if (open != null) {
            open.close();
        }
    }
}
