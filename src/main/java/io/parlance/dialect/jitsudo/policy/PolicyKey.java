package io.parlance.dialect.jitsudo.policy;

import io.parlance.core.config.ConfigKey;
import io.parlance.core.config.KeyFacts;
import io.parlance.core.config.ValueType;

/** The installation's settings that are about the policy engine. */
public enum PolicyKey implements ConfigKey {
    NATIVE_DIRECTORY(KeyFacts.of(
            "parlance.policy.native-directory",
            ValueType.directory(),
            null,
            "Directory in which the native library of the policy engine is unpacked while it is loaded, if programs may not"
                    + " be in the one for temporary files (noexec)."));

    private final KeyFacts facts;

    PolicyKey(KeyFacts facts) {
        this.facts = facts;
    }

    @Override
    public KeyFacts facts() {
        return facts;
    }
}
