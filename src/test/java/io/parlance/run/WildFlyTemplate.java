package io.parlance.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where the {@code standalone} directory of a WildFly of the tests comes from. */
enum WildFlyTemplate {
    /** A copy of the archive's. */
    BARE {
        @Override
        void prepare(Path base, ServerSetup setup) {
            Directories.delete(base);
            Directories.copy(BuildFiles.wildFly().resolve("standalone"), base);
        }
    },
    /** What is there already. */
    AS_IT_IS {
        @Override
        void prepare(Path base, ServerSetup setup) {}
    },
    /** A copy of one in which Parlance was installed by the script, once for all servers of this Java virtual machine. */
    INSTALLED {
        private static final String WAR = "ROOT.war";
        private @Nullable Path installed;

        @Override
        void prepare(Path base, ServerSetup setup) throws IOException {
            Directories.delete(base);
            Directories.copy(installed(setup), base);
            var file = base.resolve("configuration/standalone.xml");
            var url = setup.settings().get("parlance.db.url");
            Files.writeString(
                    file, Files.readString(file).replace(NO_DATABASE, url).replaceFirst(DEPLOYED, ""));
            Files.copy(setup.war(), base.resolve("deployments").resolve(WAR));
        }

        private synchronized Path installed(ServerSetup setup) throws IOException {
            if (installed == null) {
                var base = BuildFiles.target().resolve("it/wildfly-template/standalone");
                BARE.prepare(Directories.make(base), setup);
                new WildFlyScripts(base, "")
                        .install(
                                setup.war(),
                                setup.withSetting("parlance.db.url", NO_DATABASE)
                                        .settings())
                        .orFail();
                installed = base;
            }
            return installed;
        }

        /** The WAR is left to the scanner of the server, which tells what becomes of it. */
        @Override
        Progress progress(Path base, ServerLog output) throws IOException {
            var deployments = base.resolve("deployments");
            var failure = deployments.resolve(WAR + ".failed");
            if (Files.exists(failure)) {
                var reason = ServerLog.reasonIn(Files.readString(failure));
                return Progress.failed(reason.replaceFirst("[\\\\\"}\\s]+$", ""));
            }
            return Files.exists(deployments.resolve(WAR + ".deployed")) ? Progress.READY : Progress.STARTING;
        }
    };

    private static final String NO_DATABASE = "jdbc:postgresql://127.0.0.1:1/none";
    private static final String DEPLOYED = "(?s)<deployment name=\"parlance.war\".*?</deployment>";
    private static final String STARTED = "WFLYSRV0025";
    private static final String STARTED_WITH_ERRORS = "WFLYSRV0026";

    abstract void prepare(Path base, ServerSetup setup) throws IOException;

    Progress progress(Path base, ServerLog output) throws IOException {
        var text = output.text();
        if (text.contains(STARTED_WITH_ERRORS)) {
            return Progress.failed(ServerLog.reasonIn(text));
        }
        return text.contains(STARTED) ? Progress.READY : Progress.STARTING;
    }
}
