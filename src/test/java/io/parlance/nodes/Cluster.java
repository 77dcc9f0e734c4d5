package io.parlance.nodes;

import static org.awaitility.Awaitility.await;

import io.parlance.it.AdminClient;
import io.parlance.it.Once;
import io.parlance.kill.Clients;
import io.parlance.kill.Ledger;
import io.parlance.kill.Post;
import io.parlance.run.AppServer;
import io.parlance.run.BuildFiles;
import io.parlance.run.Directories;
import io.parlance.run.EmbeddedDatabase;
import io.parlance.run.PayaraMicroServer;
import io.parlance.run.ServerSetup;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Two Payara Micro on one PostgreSQL behind HAProxy, started when a test first asks for them. */
final class Cluster implements AutoCloseable {
    private static final String ADMIN_TOKEN = "admin-token-of-the-two-nodes-tests";
    static final String PUBLIC_URL = "https://hub.example.org";
    private static final List<String> SMALL = List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
    private static final Path DIRECTORY = BuildFiles.target().resolve("it/nodes");
    private static final Duration RECOVERY = Duration.ofSeconds(30);
    private static final int STEADY = 100;
    private static final Once<Cluster> CLUSTER = new Once<>(Cluster::new);

    final EmbeddedDatabase database;
    private final List<ServerSetup> setups;
    private final List<AppServer> nodes;
    private final Balancer balancer;

    static Cluster get() {
        return CLUSTER.get();
    }

    /** Starts both nodes at once on an empty database, as an impatient administrator does. */
    private Cluster() {
        database =
                EmbeddedDatabase.temporary(Directories.make(DIRECTORY).resolve("postgresql"), InstalledPostgres.home());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> CLUSTER.ifMade(Cluster::close), "stop nodes"));
        database.start();
        setups = Stream.of("node1", "node2").map(this::setup).toList();
        nodes = new ArrayList<>(setups.stream().map(PayaraMicroServer::new).toList());
        nodes.forEach(AppServer::launch);
        nodes.forEach(AppServer::awaitReady);
        balancer = new Balancer(
                DIRECTORY.resolve("haproxy"),
                nodes.stream().map(AppServer::baseUri).toList());
        await().atMost(RECOVERY).until(() -> admin().get("/tenants").status() == 200);
    }

    private ServerSetup setup(String name) {
        var settings = Map.of(
                "parlance.db.url",
                database.jdbcUrl(),
                "parlance.db.user",
                database.user(),
                "parlance.db.password",
                database.password(),
                "parlance.admin.token",
                ADMIN_TOKEN,
                "parlance.public-url",
                PUBLIC_URL,
                "parlance.master-key",
                "master-key-of-the-two-nodes-tests-0123456789");
        return ServerSetup.of(Directories.make(DIRECTORY.resolve(name)), "127.0.0.1", settings)
                .withJvmOptions(SMALL);
    }

    Balancer balancer() {
        return balancer;
    }

    /** A node, 0 or 1. */
    AppServer node(int index) {
        return nodes.get(index);
    }

    /** Puts a node with another WAR in the place of a node, which is stopped in good order. */
    void change(int index, Path war) {
        node(index).stop();
        nodes.set(index, new PayaraMicroServer(setups.get(index).withWar(war)));
        node(index).start();
    }

    /** Where a node is reached past the balancer, without a slash at the end. */
    URI base(int index) {
        return URI.create("http://" + node(index).baseUri().getAuthority());
    }

    /** The admin API behind the balancer. */
    AdminClient admin() {
        return new AdminClient(balancer.base(), ADMIN_TOKEN);
    }

    /** The admin API of one node. */
    AdminClient admin(int index) {
        return new AdminClient(base(index), ADMIN_TOKEN);
    }

    /** Two clients of each kind, which post to the balancer. */
    static List<Supplier<Post>> kinds(Clients clients) {
        List<Supplier<Post>> kinds =
                List.of(clients::review, clients::repeatedReview, clients::batch, clients::keyedBatch);
        return IntStream.range(0, 2).boxed().flatMap(i -> kinds.stream()).toList();
    }

    static void awaitSteadySuccess(Ledger ledger) {
        await().atMost(RECOVERY).until(() -> ledger.inARow() >= STEADY);
    }

    @Override
    public void close() {
        balancer.close();
        nodes.forEach(AppServer::stop);
        database.stop();
    }
}
