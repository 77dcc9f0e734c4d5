package io.parlance.bench;

import java.util.List;

/** Four times as many connections must not be slower than 32. */
final class ManyConnectionsCase implements Case {
    private static final int CONNECTIONS = 128;

    @Override
    public List<Bar> bars() {
        return List.of(Bar.REVIEW_128, Bar.REVIEW_128_OWN);
    }

    @Override
    public List<Outcome> measure(Lab lab) {
        var site = lab.site();
        try (var ours = lab.warm(site.server(), site.reviews(), CONNECTIONS);
                var fewer = lab.warm(site.server(), site.reviews(), ReviewCase.CONNECTIONS);
                var p32 = lab.anchor().singles("travtus", ReviewCase.CONNECTIONS)) {
            lab.warm(p32);
            var rounds = Figures.requireClean(lab.rounds().run(ours, p32, fewer), ours, fewer);
            return List.of(
                    Figures.rates(Bar.REVIEW_128, rounds, 1),
                    Figures.rates(Bar.REVIEW_128_OWN, rounds, 2).note(""));
        }
    }
}
