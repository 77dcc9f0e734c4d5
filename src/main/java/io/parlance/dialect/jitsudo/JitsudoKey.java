package io.parlance.dialect.jitsudo;

import io.parlance.core.config.ConfigKey;
import io.parlance.core.config.KeyFacts;
import io.parlance.core.config.ValueType;

/** The installation's settings that only this dialect reads. */
public enum JitsudoKey implements ConfigKey {
    DEFAULT_DURATION(KeyFacts.of(
                    "parlance.jitsudo.default-duration-seconds",
                    ValueType.seconds(1, Integer.MAX_VALUE),
                    "3600",
                    "How long access lasts where neither the request nor a policy says it.")
            .changedAtOnce()
            .guardingStart()),
    APPROVAL_TIMEOUT(KeyFacts.of(
                    "parlance.jitsudo.approval-timeout-seconds",
                    ValueType.seconds(0, Integer.MAX_VALUE),
                    "86400",
                    "After how long a request that nobody decided expires, where no policy says it; 0 for never.")
            .changedAtOnce()
            .guardingStart());

    private final KeyFacts facts;

    JitsudoKey(KeyFacts facts) {
        this.facts = facts;
    }

    @Override
    public KeyFacts facts() {
        return facts;
    }
}
