package io.parlance.core.store;

import io.parlance.core.config.CoreKey;
import io.parlance.core.figure.FigureSource;
import io.parlance.core.figure.Figures;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/**
 * Defines the pool the WAR brings along, so that it runs with nothing but a database address. It opens no connection until
 * it is used, hence costs nothing where {@code parlance.datasource} names a pool of the server.
 */
@DataSourceDefinition(
        name = CoreKey.OWN_POOL,
        className = "io.parlance.core.store.ConfiguredDataSource",
        transactional = true,
        initialPoolSize = 0,
        minPoolSize = 0,
        maxPoolSize = PoolFacts.OWN_MAX,
        properties = "profile=default")
@Dependent
class OwnPool implements FigureSource {
    @Inject
    Database database;

    /** Tells nothing where a pool of the server is used: that one is seen with the server's own means. */
    @Override
    public void tell(Figures figures) {
        if (database.pool().isOwn()) {
            figures.level("db_pool_connections", "Open connections of the pool.", LastingConnection.open());
            figures.level("db_pool_connections_limit", "How many there may be.", PoolFacts.OWN_MAX);
        }
    }
}
