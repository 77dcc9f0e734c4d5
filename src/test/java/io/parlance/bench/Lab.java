package io.parlance.bench;

import io.parlance.bench.anchor.AnchorDatabase;
import io.parlance.bench.anchor.JdbcLoad;
import io.parlance.bench.load.HttpLoad;
import io.parlance.bench.load.Requests;
import io.parlance.bench.measure.Machine;
import io.parlance.bench.measure.ProcessTree;
import io.parlance.bench.measure.Rounds;
import io.parlance.bench.measure.WarmUp;
import io.parlance.run.AppServer;
import io.parlance.run.EmbeddedDatabase;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What cases work with. The database and the first server are started when a case first asks, and serve all cases. */
final class Lab implements AutoCloseable {
    /** Names of processes in slices. */
    static final String SERVER = "server";

    static final String POSTGRES = "postgresql";

    private static final Duration SHORTEST_WARM_UP = Duration.ofSeconds(10);
    private static final String PRODUCT = "parlance";

    private final Options options;
    private final Machine machine = new Machine();
    private final Deque<Runnable> toStop = new ArrayDeque<>();
    private @Nullable EmbeddedDatabase cluster;
    private @Nullable Site site;
    private @Nullable AppServer server;

    Lab(Options options) {
        this.options = options;
    }

    Options options() {
        return options;
    }

    Machine machine() {
        return machine;
    }

    /** Takes slices as the command line asks for. */
    Rounds.Plan rounds() {
        return new Rounds.Plan(machine, options.rounds(), options.slice());
    }

    EmbeddedDatabase cluster() {
        if (cluster == null) {
            cluster = Databases.start("postgresql", Map.of());
            add(POSTGRES, cluster.pid(), cluster::stop);
        }
        return cluster;
    }

    /** The anchor's tables; there have to be messages of the product that show what a row is like. */
    AnchorDatabase anchor() {
        return AnchorDatabase.beside(cluster(), PRODUCT);
    }

    /** The product on Payara Micro. */
    Site site() {
        if (site == null) {
            server = Servers.payara(SERVER, cluster(), PRODUCT);
            add(SERVER, server.pid(), server::stop);
            site = Site.provision(server.baseUri(), Servers.ADMIN_TOKEN);
        }
        return site;
    }

    /** Counts a process as one of ours until the end of the run, and stops it then. */
    void add(String name, long pid, Runnable stop) {
        machine.add(name, new ProcessTree(pid));
        toStop.push(stop);
    }

    /** A load that the server is warm for. */
    HttpLoad warm(URI at, Requests requests, int connections) {
        var load = HttpLoad.closedLoop(at, requests, connections);
        new WarmUp(SHORTEST_WARM_UP, options.scale().longestWarmUp).run(load);
        return load;
    }

    /** A plain JDBC loop needs a moment only: for its statements to be prepared and its own code to be compiled. */
    void warm(JdbcLoad load) {
        Figures.requireClean(load.run(Duration.ofSeconds(4)));
    }

    @Override
    public void close() {
        toStop.forEach(Runnable::run);
        toStop.clear();
    }
}
