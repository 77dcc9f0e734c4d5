package io.parlance.ops;

import io.parlance.it.AdminClient;
import io.parlance.it.Http;
import io.parlance.it.TestServer;
import io.parlance.run.AppServer;
import io.parlance.run.BuildFiles;
import io.parlance.run.Directories;
import io.parlance.run.EmbeddedDatabase;
import io.parlance.run.ServerSetup;
import java.net.URI;
import java.util.List;

/** A server with a collector of spans, and with a PostgreSQL of its own, which may be stopped; started when a test first asks for it. */
public final class WatchedServer {
    private static final class Started {
        private static final SpanReceiver SPANS = SpanReceiver.start();
        private static final EmbeddedDatabase DATABASE = startDatabase();
        private static final AppServer SERVER = startServer();
    }

    private WatchedServer() {}

    public static URI baseUri() {
        var uri = Started.SERVER.baseUri().toString();
        return URI.create(uri.substring(0, uri.length() - 1));
    }

    public static AdminClient admin() {
        return new AdminClient(baseUri(), TestServer.adminToken());
    }

    public static Http get(String path) {
        return Http.get(path).to(baseUri());
    }

    /** Restart it after stopping it: the next test needs it. */
    public static EmbeddedDatabase database() {
        return Started.DATABASE;
    }

    public static SpanReceiver spans() {
        return Started.SPANS;
    }

    private static EmbeddedDatabase startDatabase() {
        var database = EmbeddedDatabase.temporary(BuildFiles.target().resolve("it/watched-postgresql"));
        Runtime.getRuntime().addShutdownHook(new Thread(database::stop, "stop-watched-database"));
        return database.start();
    }

    private static AppServer startServer() {
        var folder = Directories.make(BuildFiles.target().resolve("it/watched-" + TestServer.kind()));
        var settings = TestServer.settings("parlance", folder.resolve("demo.txt"));
        settings.put("parlance.db.url", database().jdbcUrl());
        settings.put("parlance.db.password", database().password());
        settings.put("otel.exporter.otlp.endpoint", spans().endpoint());
        settings.put("otel.bsp.schedule.delay", "200");
        var setup = ServerSetup.of(folder, "127.0.0.1", settings)
                .withJvmOptions(List.of("-Xmx384m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        var server = TestServer.another(setup);
        Runtime.getRuntime().addShutdownHook(new Thread(server::stop, "stop-watched-server"));
        server.start();
        return server;
    }
}
