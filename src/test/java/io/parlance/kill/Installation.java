package io.parlance.kill;

import io.parlance.it.AdminClient;
import io.parlance.it.TestServer;
import io.parlance.run.AppServer;
import io.parlance.run.BuildFiles;
import io.parlance.run.Directories;
import io.parlance.run.EmbeddedDatabase;
import io.parlance.run.ServerSetup;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** A server and its PostgreSQL that may be killed. */
final class Installation implements AutoCloseable {
    private static final String ADMIN_TOKEN = "admin-token-of-the-kill-tests";
    private static final List<String> SMALL = List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    final EmbeddedDatabase database;
    final AppServer server;

    Installation() {
        var directory = Directories.make(BuildFiles.target().resolve("it/kill"));
        database = EmbeddedDatabase.temporary(directory.resolve("postgresql"));
        database.start();
        var settings = Map.of(
                "parlance.db.url", database.jdbcUrl(),
                "parlance.db.user", database.user(),
                "parlance.db.password", database.password(),
                "parlance.admin.token", ADMIN_TOKEN,
                "parlance.master-key", "master-key-of-the-kill-tests-0123456789");
        server = TestServer.another(ServerSetup.of(Directories.make(directory.resolve("server")), "127.0.0.1", settings)
                .withJvmOptions(SMALL));
        server.start();
    }

    AdminClient admin() {
        var uri = server.baseUri().toString();
        return new AdminClient(URI.create(uri.substring(0, uri.length() - 1)), ADMIN_TOKEN);
    }

    @Override
    public void close() {
        server.stop();
        database.stop();
    }
}
