package io.parlance.bench;

import io.parlance.bench.load.HttpLoad;
import io.parlance.bench.measure.ProcessTree;
import io.parlance.bench.measure.Ratio;
import java.time.Duration;
import java.util.List;

/** What a server keeps in memory after many messages, and whether that goes on growing. */
final class MemoryCase implements Case {
    private static final String NAME = "memory";
    private static final Duration STEP = Duration.ofSeconds(1);
    private static final double MEGABYTE = 1 << 20;

    @Override
    public List<Bar> bars() {
        return List.of(Bar.MEMORY, Bar.MEMORY_GROWTH);
    }

    @Override
    public List<Outcome> measure(Lab lab) {
        int messages = lab.options().scale().memoryMessages;
        try (var server = Servers.payara(NAME, lab.cluster(), NAME)) {
            lab.add(NAME, server.pid(), server::stop);
            var process = new ProcessTree(server.pid());
            var site = Site.provision(server.baseUri(), Servers.ADMIN_TOKEN);
            try (var load = HttpLoad.closedLoop(site.server(), site.reviews(), ReviewCase.CONNECTIONS)) {
                send(load, messages / 2);
                double half = process.residentBytes() / MEGABYTE;
                send(load, messages / 2);
                return outcomes(messages, half, process.residentBytes() / MEGABYTE);
            }
        } finally {
            lab.forget(NAME);
        }
    }

    private static void send(HttpLoad load, int messages) {
        for (long sent = 0; sent < messages; ) {
            sent += Figures.requireClean(load.run(STEP)).units();
        }
    }

    private static List<Outcome> outcomes(int messages, double half, double all) {
        return List.of(
                Outcome.of(Bar.MEMORY, Format.number(all) + " MB", "-", Ratio.single(all))
                        .note("after " + messages + " messages"),
                Outcome.of(
                        Bar.MEMORY_GROWTH,
                        Format.number(all) + " MB",
                        Format.number(half) + " MB",
                        Ratio.single(all / half)));
    }
}
