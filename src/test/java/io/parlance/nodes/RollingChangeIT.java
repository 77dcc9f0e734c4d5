package io.parlance.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.parlance.it.Http;
import io.parlance.kill.Audit;
import io.parlance.kill.Clients;
import io.parlance.kill.Ledger;
import io.parlance.kill.Load;
import io.parlance.run.BuildFiles;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The WAR is changed by {@code rolling.sh} while clients post. */
class RollingChangeIT {
    private static final String MARK = "/docs/release.txt";

    private final Cluster cluster = Cluster.get();

    @TempDir
    Path directory;

    @Test
    @SuppressWarnings("try") // the load runs by itself
    void keepsServing() throws IOException {
        var war = newWar();
        var ledger = new Ledger();
        var clients = new Clients(cluster.admin());
        var administrator = administrator(war);
        try (var ignored = new Load(ledger, Cluster.kinds(clients))) {
            Cluster.awaitSteadySuccess(ledger);
            var done = roll("curl -fsS http://127.0.0.1:"
                            + administrator.getAddress().getPort() + "/{}")
                    .assertDone();
            assertThat(done.output()).contains("node1 is changed and serves", "node2 is changed and serves");
            Cluster.awaitSteadySuccess(ledger);
        } finally {
            administrator.stop(0);
        }

        assertThat(ledger.refusals()).as("requests that failed").isEmpty();
        assertThat(ledger.unknown()).as("requests without an answer").isEmpty();
        Audit.byHttp(clients.tenant).check(ledger);
        for (int node = 0; node < 2; node++) {
            assertThat(Http.get(MARK).to(cluster.base(node)).send().body()).contains("the new release");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"node1", "node2"})
    void saysWhichNodeIsOutAndGoesOnFromThere(String node) {
        var failed = roll("test {} != " + node);

        assertThat(failed.exitCode()).isEqualTo(1);
        assertThat(failed.output())
                .contains("the command failed for " + node, node + " is out of the balancer, the other nodes serve")
                .contains("echo 'set server nodes/" + node + " state ready'");
        assertThat(cluster.admin().get("/tenants").status()).isEqualTo(200);
        var mended = roll("true").assertDone();
        assertThat(mended.output())
                .startsWith(node + " is out")
                .contains("node1 is changed and serves", "node2 is changed and serves");
    }

    private Command.Result roll(String command) {
        return Command.script(
                        "haproxy/rolling.sh",
                        "-s",
                        cluster.balancer().socket().toString(),
                        "-c",
                        Balancer.CHECK,
                        "-t",
                        "60",
                        command)
                .run();
    }

    private Path newWar() {
        var war = directory.resolve("new.war");
        ShrinkWrap.createFromZipFile(WebArchive.class, BuildFiles.war().toFile())
                .add(new StringAsset("the new release"), MARK)
                .as(ZipExporter.class)
                .exportTo(war.toFile());
        return war;
    }

    /** Stands for the one who logs in to a node and changes it: the last part of the path names the node. */
    private HttpServer administrator(Path war) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var name = exchange.getRequestURI().getPath();
            cluster.change(Integer.parseInt(name.substring("/node".length())) - 1, war);
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        return server;
    }
}
