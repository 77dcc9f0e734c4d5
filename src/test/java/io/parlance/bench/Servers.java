package io.parlance.bench;

import io.parlance.run.AppServer;
import io.parlance.run.Directories;
import io.parlance.run.EmbeddedDatabase;
import io.parlance.run.PayaraMicroServer;
import io.parlance.run.ServerSetup;
import io.parlance.run.WildFlyServer;
import java.util.Map;
import java.util.TreeMap;

/** Servers with the WAR, set up as {@code mvn -Prun} does it. */
final class Servers {
    static final String ADMIN_TOKEN = "admin-token-of-the-benchmark";
    private static final String LOOPBACK = "127.0.0.1";

    private Servers() {}

    /** Starts Payara Micro on a database of the cluster, which is made if need be. */
    static AppServer payara(String name, EmbeddedDatabase cluster, String database) {
        return started(new PayaraMicroServer(setup(name, cluster, database)));
    }

    /** The same with a pool of the server's own instead of the WAR's. */
    static AppServer payaraWithPool(String name, EmbeddedDatabase cluster, String database, int connections) {
        return started(PayaraMicroServer.withPool(setup(name, cluster, database), connections));
    }

    static AppServer wildFly(String name, EmbeddedDatabase cluster, String database) {
        return started(new WildFlyServer(setup(name, cluster, database)));
    }

    private static AppServer started(AppServer server) {
        server.start();
        return server;
    }

    private static ServerSetup setup(String name, EmbeddedDatabase cluster, String database) {
        cluster.createDatabase(database);
        return ServerSetup.of(
                Directories.make(Databases.directory().resolve(name)), LOOPBACK, settings(cluster, database));
    }

    private static Map<String, String> settings(EmbeddedDatabase cluster, String database) {
        var settings = new TreeMap<String, String>();
        settings.put("parlance.db.url", cluster.jdbcUrl(database));
        settings.put("parlance.db.user", cluster.user());
        settings.put("parlance.db.password", cluster.password());
        settings.put("parlance.admin.token", ADMIN_TOKEN);
        settings.put("parlance.master-key", "master-key-of-the-benchmark-0123456789");
        return settings;
    }
}
