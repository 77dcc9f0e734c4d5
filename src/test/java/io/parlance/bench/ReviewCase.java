package io.parlance.bench;

import java.util.List;

/** Single messages over 32 connections against the same rows by plain JDBC over as many. */
final class ReviewCase implements Case {
    static final int CONNECTIONS = 32;

    @Override
    public List<Bar> bars() {
        return List.of(Bar.REVIEW_32, Bar.PG_CPU);
    }

    @Override
    public List<Outcome> measure(Lab lab) {
        var site = lab.site();
        try (var ours = lab.warm(site.server(), site.reviews(), CONNECTIONS);
                var p32 = lab.anchor().singles("travtus", CONNECTIONS)) {
            lab.warm(p32);
            var rounds = Figures.requireClean(lab.rounds().run(ours, p32), ours);
            return List.of(
                    Figures.rates(Bar.REVIEW_32, rounds, 1),
                    Figures.cpu(Bar.PG_CPU, rounds, Lab.POSTGRES, 1, Lab.POSTGRES));
        }
    }
}
