package io.parlance.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A pool that Payara Micro makes at its start, as {@code server-config/payara-micro/README.md} says. */
final class PayaraPool {
    private static final String NAME = "parlancePool";
    private static final String RESOURCE = "jdbc/parlance";

    private PayaraPool() {}

    static ServerSetup usedBy(ServerSetup setup) {
        return setup.withSetting("parlance.datasource", RESOURCE);
    }

    /** What Payara Micro's command line has to say for a pool of at most that many connections. */
    static List<String> options(ServerSetup setup, int connections) {
        try {
            var commands = setup.directory().resolve("post-boot.asadmin");
            Files.writeString(commands, commands(setup, connections));
            return List.of("--addLibs", driver(), "--postbootcommandfile", commands.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String commands(ServerSetup setup, int connections) {
        var settings = setup.settings();
        var url = URI.create(settings.get("parlance.db.url").substring("jdbc:".length()));
        return """
                create-jdbc-connection-pool --datasourceclassname org.postgresql.ds.PGSimpleDataSource \
                --restype javax.sql.DataSource --steadypoolsize 1 --maxpoolsize %d --property \
                serverName=%s:portNumber=%d:databaseName=%s:user=%s:password=%s %s
                create-jdbc-resource --connectionpoolid %s %s
                """
                .formatted(
                        connections,
                        url.getHost(),
                        url.getPort(),
                        url.getPath().substring(1),
                        settings.get("parlance.db.user"),
                        settings.get("parlance.db.password"),
                        NAME,
                        NAME,
                        RESOURCE);
    }

    private static String driver() {
        try {
            var source = org.postgresql.Driver.class.getProtectionDomain().getCodeSource();
            return Path.of(source.getLocation().toURI()).toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
