package io.parlance.bench;

import io.parlance.bench.anchor.Volume;
import io.parlance.bench.load.HttpLoad;
import io.parlance.bench.load.Requests;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What messages cost when many are there already, in their table and in their thread, and how long a thousand take. */
final class GrowthCase implements Case {
    private static final String GROWN = "grown";
    private static final String EMPTY = "parlance";
    private static final int HUGE_THREAD = 1_000_000;

    @Override
    public List<Bar> bars() {
        return List.of(Bar.GROWTH, Bar.HOT_THREAD, Bar.MEWS_ADD_MILLIS, Bar.MEWS_PAGE_MILLIS, Bar.MEWS_PAGE_DEPTH);
    }

    @Override
    public List<Outcome> measure(Lab lab) {
        try (var server = Servers.payara(GROWN, lab.cluster(), GROWN)) {
            lab.add(GROWN, server.pid(), server::stop);
            var site = Site.provision(server.baseUri(), Servers.ADMIN_TOKEN);
            var volume = new Volume(lab.cluster(), GROWN);
            lab.warm(site.server(), site.reviews(), ReviewCase.CONNECTIONS).close();
            volume.add(lab.options().scale().storedMessages, null);
            var outcomes = new ArrayList<>(LargeRequests.measure(lab, site, GROWN));
            outcomes.add(largeTable(lab, site));
            outcomes.add(hugeThread(lab, site, volume));
            return outcomes;
        } finally {
            lab.forget(GROWN);
        }
    }

    private static Outcome largeTable(Lab lab, Site grown) {
        var site = lab.site();
        new Volume(lab.cluster(), EMPTY).clear();
        try (var large = lab.warm(grown.server(), grown.reviews(), ReviewCase.CONNECTIONS);
                var empty = lab.warm(site.server(), site.reviews(), ReviewCase.CONNECTIONS)) {
            return compare(Bar.GROWTH, lab, large, empty)
                    .note(lab.options().scale().storedMessages + " messages in the large one");
        }
    }

    private static Outcome hugeThread(Lab lab, Site site, Volume volume) {
        var hot = site.newGroup();
        touch(site, site.reviewsOf(hot));
        volume.add(HUGE_THREAD, volume.threadOf(hot));
        try (var huge = lab.warm(site.server(), site.reviewsOf(hot), ReviewCase.CONNECTIONS);
                var small = lab.warm(site.server(), site.reviewsOf(site.newGroup()), ReviewCase.CONNECTIONS)) {
            return compare(Bar.HOT_THREAD, lab, huge, small).note(HUGE_THREAD + " messages in the huge one");
        }
    }

    /** Makes the thread of a group. */
    private static void touch(Site site, Requests requests) {
        try (var load = HttpLoad.closedLoop(site.server(), requests, 1)) {
            Figures.requireClean(load.run(Duration.ofMillis(200)));
        }
    }

    private static Outcome compare(Bar bar, Lab lab, HttpLoad ours, HttpLoad other) {
        var rounds = Figures.requireClean(lab.rounds().run(ours, other), ours, other);
        return Figures.cpu(bar, rounds, Lab.POSTGRES, 1, Lab.POSTGRES);
    }
}
