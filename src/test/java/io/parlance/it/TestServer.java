package io.parlance.it;

import io.parlance.run.AppServer;
import io.parlance.run.BuildFiles;
import io.parlance.run.Directories;
import io.parlance.run.EmbeddedDatabase;
import io.parlance.run.PayaraMicroServer;
import io.parlance.run.PayaraServer;
import io.parlance.run.ServerSetup;
import io.parlance.run.WildFlyServer;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The one server under test, started with its PostgreSQL when a test first asks for it. {@code -Dparlance.it.server}
 * chooses between {@code payara} (Payara Micro, the default), {@code payara-server}, {@code wildfly} and {@code bundle}.
 */
public final class TestServer {
    private static final String ADMIN_TOKEN = "admin-token-of-the-integration-tests";
    private static final String MASTER_KEY = "master-key-of-the-integration-tests-0123456789";
    private static final String LOOPBACK = "127.0.0.1";
    private static final Once<EmbeddedDatabase> DATABASE = new Once<>(TestServer::startDatabase);
    private static final Once<AppServer> SERVER = new Once<>(TestServer::startServer);

    private TestServer() {}

    /** Where the WAR is served, without a slash at the end: paths of requests begin with one. */
    public static URI baseUri() {
        var uri = server().baseUri().toString();
        return URI.create(uri.substring(0, uri.length() - 1));
    }

    public static String adminToken() {
        return ADMIN_TOKEN;
    }

    /** The secret from which the server derives its keys; nothing it answers or logs may have it. */
    public static String masterKey() {
        return MASTER_KEY;
    }

    /** Name of the server under test. */
    public static String kind() {
        return System.getProperty("parlance.it.server", "payara");
    }

    public static AppServer server() {
        return SERVER.get();
    }

    /** The database alone; the server is not started by this. */
    public static EmbeddedDatabase database() {
        return DATABASE.get();
    }

    /** A new connection to the server's database; the caller closes it. */
    public static Connection connect() throws SQLException {
        return database().connect();
    }

    /** The file into which the server writes the curls of the demo tenant. */
    public static Path demoSheet() {
        return directory().resolve("demo.txt");
    }

    /** The settings a server needs to work on a database of {@link #database()}. */
    public static Map<String, String> settings(String databaseName, Path demoSheet) {
        var settings = new TreeMap<String, String>();
        settings.put("parlance.db.url", database().jdbcUrl(databaseName));
        settings.put("parlance.db.user", database().user());
        settings.put("parlance.db.password", database().password());
        Secrets.note(ADMIN_TOKEN);
        Secrets.note(MASTER_KEY);
        Secrets.note(database().password());
        settings.put("parlance.admin.token", ADMIN_TOKEN);
        settings.put("parlance.master-key", MASTER_KEY);
        settings.put("parlance.log.level", "debug"); // whatever may be logged, no secret may be in it
        settings.put("parlance.body.deadline-seconds", "2"); // a slow body is a slow test
        settings.put("parlance.demo", "true");
        settings.put("parlance.demo.sheet", demoSheet.toString());
        return settings;
    }

    /** Stops what was started; harmless if nothing was. */
    static void stop() {
        SERVER.ifMade(AppServer::stop);
        DATABASE.ifMade(EmbeddedDatabase::stop);
    }

    private static Path directory() {
        return Directories.make(BuildFiles.target().resolve("it"));
    }

    private static EmbeddedDatabase startDatabase() {
        Runtime.getRuntime().addShutdownHook(new Thread(TestServer::stop, "stop"));
        return EmbeddedDatabase.temporary(directory().resolve("postgresql")).start();
    }

    private static AppServer startServer() {
        var settings = settings("parlance", demoSheet());
        var setup = ServerSetup.of(Directories.make(directory().resolve(kind())), LOOPBACK, settings)
                .withJvmOptions(List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        var server = another(setup);
        server.start();
        return server;
    }

    /** A server of the same kind as the one under test, for a test that needs one of its own; not started. */
    public static AppServer another(ServerSetup setup) {
        return switch (kind()) {
            case "payara" -> new PayaraMicroServer(setup);
            case "payara-server" -> new PayaraServer(setup);
            case "wildfly" -> new WildFlyServer(setup);
            case "bundle" -> isOfThisBuild(setup) ? PayaraMicroServer.bundle(setup) : new PayaraMicroServer(setup);
            default -> throw new IllegalStateException("parlance.it.server names no server: " + kind());
        };
    }

    /** The bundle has the WAR in it and cannot serve another. */
    private static boolean isOfThisBuild(ServerSetup setup) {
        return setup.war().equals(BuildFiles.war());
    }
}
