package io.parlance.inside;

import io.parlance.it.TestServer;
import io.parlance.run.BuildFiles;
import io.parlance.run.Directories;
import java.util.ArrayList;
import org.jboss.arquillian.core.spi.LoadableExtension;

/**
 * Before Arquillian reads arquillian.xml, starts PostgreSQL with a database for the tests inside the server and
 * sets the system property that the file refers to.
 */
public final class InsideExtension implements LoadableExtension {
    private static final String DATABASE = "parlance_inside";

    @Override
    public void register(ExtensionBuilder builder) {
        var directory = Directories.make(BuildFiles.target().resolve("it/inside"));
        TestServer.database().createDatabase(DATABASE);
        var options = new ArrayList<String>();
        options.add("-Xmx512m");
        options.add("-XX:TieredStopAtLevel=1");
        options.add("-Djava.io.tmpdir=" + Directories.fresh(directory.resolve("tmp")));
        options.add("-Dparlance.host=127.0.0.1");
        TestServer.settings(DATABASE, directory.resolve("demo.txt"))
                .forEach((key, value) -> options.add("-D" + key + "=" + value));
        System.setProperty("parlance.inside.jvm", String.join(" ", options));
        System.setProperty("payara.microJar", BuildFiles.payaraMicro().toString());
        System.setProperty(
                "parlance.inside.preboot",
                BuildFiles.serverConfig()
                        .resolve("payara-micro/pre-boot.asadmin")
                        .toString());
    }
}
