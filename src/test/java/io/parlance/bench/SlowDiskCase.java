package io.parlance.bench;

import io.parlance.bench.anchor.AnchorDatabase;
import io.parlance.run.EmbeddedDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Where flushes cost time, many requests have to share one: 128 connections against eight that do not share. */
final class SlowDiskCase implements Case {
    private static final String NAME = "slow-disk";
    private static final String SERVER = "server on a slow disk";
    private static final int MICROS = 1000;
    private static final int CONNECTIONS = 128;
    private static final int ANCHOR_CONNECTIONS = 8;
    /** Of the server to the database. */
    private static final int POOL = 4;

    private static final String PRODUCT = "parlance";
    private static final String COUNT =
            """
            select count(*) from pg_stat_activity
            where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()""";

    @Override
    public List<Bar> bars() {
        return List.of(Bar.SLOW_DISK);
    }

    @Override
    public List<Outcome> measure(Lab lab) {
        return SlowDisk.environment(Databases.directory(), MICROS)
                .map(environment -> List.of(measure(lab, environment)))
                .orElseGet(() -> List.of(Outcome.skipped(Bar.SLOW_DISK, "there is no C compiler (cc)")));
    }

    private static Outcome measure(Lab lab, Map<String, String> environment) {
        try (var cluster = Databases.start(NAME, environment);
                var server = Servers.payaraWithPool("server-" + NAME, cluster, PRODUCT, POOL)) {
            lab.add(NAME, cluster.pid(), cluster::stop);
            lab.add(SERVER, server.pid(), server::stop);
            return measure(lab, cluster, Site.provision(server.baseUri(), Servers.ADMIN_TOKEN));
        } finally {
            lab.forget(NAME);
            lab.forget(SERVER);
        }
    }

    private static Outcome measure(Lab lab, EmbeddedDatabase cluster, Site site) {
        try (var ours = lab.warm(site.server(), site.reviews(), CONNECTIONS);
                var p8 = AnchorDatabase.beside(cluster, PRODUCT).singles("travtus", ANCHOR_CONNECTIONS)) {
            lab.warm(p8);
            var rounds = Figures.requireClean(lab.rounds().run(ours, p8), ours);
            return Figures.rates(Bar.SLOW_DISK, rounds, 1)
                    .note(connections(cluster) + " database connections open; " + Figures.describe(rounds, 0));
        }
    }

    private static int connections(EmbeddedDatabase cluster) {
        try (var connection = cluster.connect(PRODUCT);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(COUNT)) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
