package io.parlance.core.config;

/** A setting of the installation, {@code parlance.*}. The product's are {@link CoreKey}; a dialect has an enum of its own. */
public interface ConfigKey {
    KeyFacts facts();

    /** As in a properties file: {@code parlance.body.max-bytes}. */
    default String key() {
        return facts().name();
    }
}
