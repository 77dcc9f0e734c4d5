package io.parlance.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * WildFly with a private copy of the {@code standalone} directory that {@code server-config/wildfly} was applied
 * to.
 */
public final class WildFlyServer extends ChildServer {
    /** What bin/standalone.sh opens to WildFly; it warns at start if something is missing. */
    private static final List<String> EXPORTED = List.of(
            "java.desktop/sun.awt",
            "java.naming/com.sun.jndi.ldap",
            "java.naming/com.sun.jndi.url.ldap",
            "java.naming/com.sun.jndi.url.ldaps",
            "jdk.naming.dns/com.sun.jndi.dns");

    private static final List<String> OPENED = List.of(
            "java.base/java.lang",
            "java.base/java.lang.invoke",
            "java.base/java.lang.reflect",
            "java.base/java.io",
            "java.base/java.net",
            "java.base/java.security",
            "java.base/java.util",
            "java.base/java.util.concurrent",
            "java.management/javax.management",
            "java.naming/javax.naming");

    private static final String WAR = "ROOT.war";

    public WildFlyServer(ServerSetup setup) {
        super(setup);
    }

    @Override
    List<String> prepare() throws IOException {
        var home = BuildFiles.wildFly();
        Directories.delete(base());
        Directories.copy(home.resolve("standalone"), base());
        Files.copy(setup.war(), deployments().resolve(WAR));

        var command = java();
        command.addAll(List.of("--add-modules=java.se", "-Djava.awt.headless=true"));
        EXPORTED.forEach(name -> command.add("--add-exports=" + name + "=ALL-UNNAMED"));
        OPENED.forEach(name -> command.add("--add-opens=" + name + "=ALL-UNNAMED"));
        command.add("-Dlogging.configuration=file:" + base().resolve("configuration/logging.properties"));
        command.add("-Dorg.jboss.boot.log.file=" + base().resolve("log/server.log"));
        command.addAll(List.of("-jar", home.resolve("jboss-modules.jar").toString()));
        command.addAll(List.of("-mp", home.resolve("modules").toString(), "org.jboss.as.standalone"));
        command.add("-Djboss.home.dir=" + home);
        command.add("-Djboss.server.base.dir=" + base());
        command.addAll(List.of("-b", setup.host(), "-bmanagement", setup.host()));
        command.add("-Djboss.http.port=" + setup.port());
        command.add("-Djboss.https.port=" + Ports.free());
        command.add("-Djboss.management.http.port=" + Ports.free());
        return command;
    }

    private Path base() {
        return setup.directory().resolve("standalone");
    }

    private Path deployments() {
        return base().resolve("deployments");
    }

    @Override
    Progress progress(ServerLog output) throws IOException {
        var failure = deployments().resolve(WAR + ".failed");
        if (Files.exists(failure)) {
            var reason = ServerLog.reasonIn(Files.readString(failure));
            return Progress.failed(reason.replaceFirst("[\\\\\"}\\s]+$", ""));
        }
        return Files.exists(deployments().resolve(WAR + ".deployed")) ? Progress.READY : Progress.STARTING;
    }
}
