package io.parlance.bench;

import io.parlance.bench.load.HttpLoad;
import io.parlance.bench.load.SlowBodies;
import io.parlance.bench.measure.Amount;
import io.parlance.bench.measure.Ratio;
import io.parlance.bench.measure.Rounds;
import io.parlance.bench.measure.Slice;
import io.parlance.bench.measure.WarmUp;
import java.time.Duration;
import java.util.List;

/** A client that sends hundreds of bodies byte by byte must not be felt by the others. */
final class SlowBodiesCase implements Case {
    private static final int SLOW = 400;
    private static final int CONNECTIONS = 16;
    /** Far below what the server can do, so that latency is not the queue of the load itself. */
    private static final double SHARE = 0.25;

    private static final double PERCENTILE = 99;

    @Override
    public List<Bar> bars() {
        return List.of(Bar.SLOW_BODIES, Bar.SLOW_BODIES_SERVED);
    }

    @Override
    public List<Outcome> measure(Lab lab) {
        var site = lab.site();
        double rate = SHARE * ownRate(lab, site);
        try (var good = HttpLoad.openLoop(site.server(), site.reviews(), CONNECTIONS, rate)) {
            good.run(Duration.ofSeconds(2));
            var rounds = lab.rounds().run(time -> beside(good, time, site), good);
            return List.of(latency(rounds, rate), served(rounds));
        }
    }

    private static Amount beside(HttpLoad good, Duration time, Site site) {
        var slow = SlowBodies.open(site.server(), site.reviews(), SLOW);
        try {
            return good.run(time);
        } finally {
            slow.close();
        }
    }

    private static double ownRate(Lab lab, Site site) {
        try (var load = HttpLoad.closedLoop(site.server(), site.reviews(), CONNECTIONS)) {
            return new WarmUp(Duration.ofSeconds(6), lab.options().scale().longestWarmUp).run(load);
        }
    }

    private static Outcome latency(Rounds rounds, double rate) {
        return Outcome.of(
                        Bar.SLOW_BODIES,
                        Format.number(rounds.median(0, SlowBodiesCase::slowest)) + " ms",
                        Format.number(rounds.median(1, SlowBodiesCase::slowest)) + " ms",
                        rounds.ratio(SlowBodiesCase::slowest, 1))
                .disturbed(rounds.foreign(), rounds.noisy())
                .note("open loop, " + Figures.perSecond(rate));
    }

    private static double slowest(Slice slice) {
        return slice.amount().millis(PERCENTILE);
    }

    private static Outcome served(Rounds rounds) {
        double served = rounds.sum(0, slice -> slice.amount().units());
        return Outcome.of(
                        Bar.SLOW_BODIES_SERVED,
                        Format.number(served),
                        Format.number(served + rounds.failures()),
                        Ratio.single(served / (served + rounds.failures())))
                .note(rounds.firstFailure());
    }
}
