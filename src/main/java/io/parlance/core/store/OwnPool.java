package io.parlance.core.store;

import io.parlance.core.config.CoreKey;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.enterprise.context.Dependent;

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
class OwnPool {}
