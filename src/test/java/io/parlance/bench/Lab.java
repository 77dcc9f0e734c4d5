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
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What cases work with. The database and the first server are started when a case first asks, and serve all cases. */
final class Lab implements AutoCloseable {
    /** Names of processes in slices. */
    static final String SERVER = "server";

    static final String POSTGRES = "postgresql";

    private static final Duration SHORTEST_WARM_UP = Duration.ofSeconds(90);
    private static final Duration MOMENT = Duration.ofSeconds(4);
    private static final String PRODUCT = "parlance";

    private final Options options;
    private final Machine machine = new Machine();
    private final Deque<Runnable> toStop = new ArrayDeque<>();
    private final Set<String> warm = new HashSet<>();
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
        return anchor(PRODUCT);
    }

    /** The same beside another server's database. */
    AnchorDatabase anchor(String product) {
        return AnchorDatabase.beside(cluster(), product);
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

    /** What the server of {@link #site()} wrote. */
    Path serverLog() {
        return Objects.requireNonNull(server).logFile();
    }

    /** Counts it no more, because it has been stopped. */
    void forget(String name) {
        machine.remove(name);
    }

    /** Counts a process as one of ours from now on, and stops it at the latest when the run ends, for whatever reason. */
    void add(String name, long pid, Runnable stop) {
        machine.add(name, new ProcessTree(pid));
        toStop.push(stop);
    }

    /** A load that the server is warm for: a fresh server has the longest way, new code of a warm one a shorter. */
    HttpLoad warm(URI at, Requests requests, int connections) {
        var load = HttpLoad.closedLoop(at, requests, connections);
        var longest = options.scale().longestWarmUp;
        boolean freshServer = warm.add(at.toString());
        boolean freshCode = warm.add(at + requests.kind());
        if (freshServer) {
            new WarmUp(SHORTEST_WARM_UP, longest).run(load);
        } else {
            new WarmUp(MOMENT, freshCode ? longest.dividedBy(3) : MOMENT).run(load);
        }
        return load;
    }

    /** A plain JDBC loop needs a moment only: for its statements to be prepared and its own code to be compiled. */
    void warm(JdbcLoad load) {
        Figures.requireClean(load.run(MOMENT));
    }

    @Override
    public void close() {
        toStop.forEach(Runnable::run);
        toStop.clear();
    }
}
