package io.parlance.bench;

import java.util.List;

/** The same WAR on the other server. */
final class WildFlyCase implements Case {
    private static final String NAME = "wildfly";

    @Override
    public List<Bar> bars() {
        return List.of(Bar.REVIEW_WILDFLY);
    }

    @Override
    public List<Outcome> measure(Lab lab) {
        try (var server = Servers.wildFly(NAME, lab.cluster(), NAME)) {
            lab.add(NAME, server.pid(), server::stop);
            var site = Site.provision(server.baseUri(), Servers.ADMIN_TOKEN);
            try (var ours = lab.warm(site.server(), site.reviews(), ReviewCase.CONNECTIONS);
                    var p32 = lab.anchor(NAME).singles("travtus", ReviewCase.CONNECTIONS)) {
                lab.warm(p32);
                var rounds = Figures.requireClean(lab.rounds().run(ours, p32), ours);
                return List.of(Figures.rates(Bar.REVIEW_WILDFLY, rounds, 1));
            }
        } finally {
            lab.forget(NAME);
        }
    }
}
