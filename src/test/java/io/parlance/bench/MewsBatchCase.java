package io.parlance.bench;

import java.util.List;

/** A thousand messages in one request against a thousand rows in one statement. */
final class MewsBatchCase implements Case {
    private static final int MESSAGES = 1000;
    private static final int CONNECTIONS = 2;

    @Override
    public List<Bar> bars() {
        return List.of(Bar.MEWS_1000);
    }

    @Override
    public List<Outcome> measure(Lab lab) {
        var site = lab.site();
        try (var ours = lab.warm(site.server(), site.mews(Site.UNLIMITED, MESSAGES), CONNECTIONS);
                var unnest = lab.anchor().batches("mews", CONNECTIONS, MESSAGES)) {
            lab.warm(unnest);
            var rounds = Figures.requireClean(lab.rounds().run(ours, unnest), ours);
            return List.of(Figures.rates(Bar.MEWS_1000, rounds, 1));
        }
    }
}
