package io.parlance.bench;

import io.parlance.bench.load.HttpLoad;
import io.parlance.core.access.CredentialKind;
import io.parlance.core.access.Secret;
import java.util.List;

/** Saying no has to be cheaper than saying yes, or whoever is refused can stop the server. */
final class RefusedCase implements Case {
    @Override
    public List<Bar> bars() {
        return List.of(Bar.REFUSED_401, Bar.REFUSED_429);
    }

    @Override
    public List<Outcome> measure(Lab lab) {
        return List.of(unknownToken(lab), tooMany(lab));
    }

    private static Outcome unknownToken(Lab lab) {
        var site = lab.site();
        var refused = site.reviewsWithToken(Secret.random(CredentialKind.BEARER))
                .expecting(401)
                .distinct("");
        try (var ours = lab.warm(site.server(), refused, ReviewCase.CONNECTIONS);
                var accepted = lab.warm(site.server(), site.reviews(), ReviewCase.CONNECTIONS)) {
            return compare(Bar.REFUSED_401, lab, ours, accepted);
        }
    }

    private static Outcome tooMany(Lab lab) {
        var site = lab.site();
        var refused =
                site.mews("{\"rateLimit\":1}", 1).expecting(429).tolerating(200).distinct("");
        try (var ours = lab.warm(site.server(), refused, ReviewCase.CONNECTIONS);
                var accepted = lab.warm(site.server(), site.mews(Site.UNLIMITED, 1), ReviewCase.CONNECTIONS)) {
            return compare(Bar.REFUSED_429, lab, ours, accepted);
        }
    }

    private static Outcome compare(Bar bar, Lab lab, HttpLoad ours, HttpLoad accepted) {
        return Figures.rates(bar, Figures.requireClean(lab.rounds().run(ours, accepted), accepted), 1);
    }
}
