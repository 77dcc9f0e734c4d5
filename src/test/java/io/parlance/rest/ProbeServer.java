package io.parlance.rest;

import io.parlance.it.Http;
import io.parlance.it.TestServer;
import io.parlance.run.AppServer;
import io.parlance.run.BuildFiles;
import io.parlance.run.Directories;
import io.parlance.run.PayaraMicroServer;
import io.parlance.run.ServerSetup;
import java.net.URI;
import java.util.List;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * A server with the WAR and the probe in it, little memory, narrow bounds and, if it is Payara, a pool of its own; started
 * when a test first asks for it.
 */
final class ProbeServer {
    static final int MAX_ARRIVING = 200;
    static final int MAX_IN_FLIGHT = 8;
    static final int MAX_FILES = 2;
    static final int MAX_CONNECTIONS = 4;
    static final String DATABASE = "parlance_probe";

    private static final class Started {
        private static final AppServer SERVER = start();
    }

    private ProbeServer() {}

    static URI baseUri() {
        var uri = Started.SERVER.baseUri().toString();
        return URI.create(uri.substring(0, uri.length() - 1));
    }

    /** A request of the probe's application. */
    static Http post(String path) {
        return Http.post(path).to(baseUri()).bearer(ProbeDialect.token());
    }

    /** What all requests hold, as the request that asks sees it. */
    static String held() {
        return Http.get("/probe/held").to(baseUri()).send().body();
    }

    static String log() {
        return Started.SERVER.logTail(100_000);
    }

    private static AppServer start() {
        TestServer.database().createDatabase(DATABASE);
        var folder = Directories.make(BuildFiles.target().resolve("it/probe-" + TestServer.kind()));
        var settings = TestServer.settings(DATABASE, folder.resolve("demo.txt"));
        settings.put("parlance.requests.max-in-flight", String.valueOf(MAX_IN_FLIGHT));
        settings.put("parlance.body.max-arriving", String.valueOf(MAX_ARRIVING));
        settings.put("parlance.body.deadline-seconds", "4");
        settings.put("parlance.attachment.max-at-once", String.valueOf(MAX_FILES));
        settings.put("parlance.attachment.deadline-seconds", "8");
        var war = folder.resolve("probe.war");
        war().as(ZipExporter.class).exportTo(war.toFile(), true);
        var setup = ServerSetup.of(folder, "127.0.0.1", settings)
                .withWar(war)
                .withJvmOptions(List.of(
                        "-Xmx256m", "-XX:+ExitOnOutOfMemoryError", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        var server = server(setup);
        Runtime.getRuntime().addShutdownHook(new Thread(server::stop, "stop-probe"));
        server.start();
        return server;
    }

    private static AppServer server(ServerSetup setup) {
        return TestServer.kind().equals("payara")
                ? PayaraMicroServer.withPool(setup, MAX_CONNECTIONS)
                : TestServer.another(setup);
    }

    private static WebArchive war() {
        return ShrinkWrap.createFromZipFile(WebArchive.class, BuildFiles.war().toFile())
                .addClasses(
                        ProbeDialect.class,
                        ProbeApplication.class,
                        ProbeErrorMapper.class,
                        ProbeResource.class,
                        ProbeFilesResource.class,
                        ProbeDirectResource.class,
                        ProbeHeaders.class);
    }
}
