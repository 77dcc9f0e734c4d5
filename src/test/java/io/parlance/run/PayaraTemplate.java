package io.parlance.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/** Domains that servers of tests begin with a copy of. */
enum PayaraTemplate {
    /** As in the archive. */
    BARE {
        @Override
        Path domain(ServerSetup setup) {
            return BuildFiles.payaraServer().resolve("glassfish/domains/domain1");
        }

        @Override
        void adapt(Path domain, ServerSetup setup) {}

        @Override
        boolean isReady(String log) {
            return log.contains("startup time");
        }
    },
    /** With Parlance, installed once by the script for all servers of this Java virtual machine. */
    INSTALLED {
        /** Servers that begin with a copy have others, or none, in their environment. */
        private static final List<String> OWN_SECRETS = List.of("parlance.admin.token", "parlance.master-key");

        private @Nullable Path installed;

        @Override
        synchronized Path domain(ServerSetup setup) {
            if (installed == null) {
                installed = install(setup);
            }
            return installed;
        }

        private Path install(ServerSetup setup) {
            var folder = Directories.make(BuildFiles.target().resolve("it/payara-template"));
            try (var server = PayaraServer.bare(setup.at(folder, Ports.free()))) {
                server.start();
                server.install(BuildFiles.war(), setup.settings(), "parlance.log.format=json")
                        .orFail();
                OWN_SECRETS.forEach(
                        alias -> server.asadmin("delete-password-alias", alias).orFail());
                return server.domain();
            }
        }

        /** Another WAR, or another database, takes the place of the template's. */
        @Override
        void adapt(Path domain, ServerSetup setup) throws IOException {
            var file = domain.resolve("config/domain.xml");
            ServerXml.of(file)
                    .set(POOL + "[@name='url']", "value", setup.settings().get("parlance.db.url"))
                    .set(POOL + "[@name='password']", "value", setup.settings().get("parlance.db.password"))
                    .write(file);
            if (!setup.war().equals(BuildFiles.war())) {
                unpack(setup.war(), Directories.fresh(domain.resolve("applications/parlance")));
            }
        }

        @Override
        boolean isReady(String log) {
            return log.contains("Loading application [parlance] at [/]");
        }
    };

    private static final String POOL = "//jdbc-connection-pool[@name='parlance']/property";

    /** The template, which does not run. */
    abstract Path domain(ServerSetup setup);

    /** Changes a copy of it to what the set-up asks for. */
    abstract void adapt(Path domain, ServerSetup setup) throws IOException;

    /**
     * Whether all is served, as far as the server's log tells: it loads applications after it says that it has started, and
     * starts them, while it answers 500, after it says that they are loaded.
     */
    abstract boolean isReady(String log);

    private static void unpack(Path war, Path folder) throws IOException {
        try (var zip = new ZipInputStream(Files.newInputStream(war))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var target = folder.resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(zip, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }
}
