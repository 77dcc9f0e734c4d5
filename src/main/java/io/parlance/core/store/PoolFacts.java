package io.parlance.core.store;

import io.parlance.core.config.CoreKey;

/** Whose pool the connections come from: the WAR's own, or one of the server under this JNDI name. */
public record PoolFacts(String jndiName) {
    /** Most connections of the WAR's own pool; how many a pool of the server has is known to the server alone. */
    public static final int OWN_MAX = 32;

    public boolean isOwn() {
        return jndiName.equals(CoreKey.OWN_POOL);
    }
}
