package io.parlance.bench;

import io.parlance.bench.load.Requests;
import io.parlance.bench.measure.Ratio;
import java.util.List;
import java.util.function.Function;

/**
 * What rules cost the server: milliseconds of CPU for a request of a tenant with a hundred, less those of one with a single rule
 * that permits everything. Messages ask what was decided before; dry runs, each about another resource, never do.
 */
final class PolicyCpuCase implements Case {
    private static final int RULES = 100;
    private static final int CONNECTIONS = 16;

    @Override
    public List<Bar> bars() {
        return List.of(Bar.POLICY_CPU, Bar.POLICY_CPU_UNSEEN);
    }

    @Override
    public List<Outcome> measure(Lab lab) {
        var server = lab.site().server();
        var many = PolicySite.provision(server, RULES);
        var one = PolicySite.provision(server, 1);
        return List.of(
                measure(lab, Bar.POLICY_CPU, many, one, PolicySite::messages),
                measure(lab, Bar.POLICY_CPU_UNSEEN, many, one, PolicySite::dryRuns));
    }

    private static Outcome measure(
            Lab lab, Bar bar, PolicySite many, PolicySite one, Function<PolicySite, Requests> kind) {
        var server = lab.site().server();
        try (var ours = lab.warm(server, kind.apply(many), CONNECTIONS);
                var trivial = lab.warm(server, kind.apply(one), CONNECTIONS)) {
            var rounds = Figures.requireClean(lab.rounds().run(ours, trivial), ours);
            double withRules = rounds.median(0, slice -> slice.cpuMicros(Lab.SERVER));
            double without = rounds.median(1, slice -> slice.cpuMicros(Lab.SERVER));
            return Outcome.of(
                            bar,
                            Format.number(withRules) + " us",
                            Format.number(without) + " us",
                            Ratio.single((withRules - without) / 1000))
                    .disturbed(rounds.foreign(), rounds.noisy())
                    .note(RULES + " rules");
        }
    }
}
