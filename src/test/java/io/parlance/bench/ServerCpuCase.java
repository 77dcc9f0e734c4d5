package io.parlance.bench;

import io.parlance.bench.floor.FloorWar;
import io.parlance.run.Directories;
import io.parlance.run.PayaraMicroServer;
import io.parlance.run.ServerSetup;
import java.util.List;
import java.util.Map;

/** What the server's CPU does for a message, against the same server that reads, answers and stores nothing. */
final class ServerCpuCase implements Case {
    private static final String FLOOR = "floor";

    @Override
    public List<Bar> bars() {
        return List.of(Bar.SERVER_CPU);
    }

    @Override
    public List<Outcome> measure(Lab lab) {
        var site = lab.site();
        var directory = Directories.make(Databases.directory().resolve(FLOOR));
        var usual = ServerSetup.of(directory, "127.0.0.1", Map.of());
        var floorServer = new PayaraMicroServer(usual.withWar(FloorWar.in(directory)));
        floorServer.start();
        lab.add(FLOOR, floorServer.pid(), floorServer::stop);
        try (var ours = lab.warm(site.server(), site.reviews(), ReviewCase.CONNECTIONS);
                var floor = lab.warm(floorServer.baseUri(), site.reviews(), ReviewCase.CONNECTIONS)) {
            var rounds = Figures.requireClean(lab.rounds().run(ours, floor), ours, floor);
            return List.of(Figures.cpu(Bar.SERVER_CPU, rounds, Lab.SERVER, 1, FLOOR)
                    .note("without storing: %s, %s"
                            .formatted(
                                    Figures.perSecond(rounds.median(1, Figures::rate)), Figures.describe(rounds, 1))));
        }
    }
}
