package io.parlance.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** WildFly with a private {@code standalone} directory, bare or with what {@code server-config/wildfly} installs in it. */
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

    private final WildFlyTemplate template;
    private final int managementPort = Ports.free();

    private WildFlyServer(ServerSetup setup, WildFlyTemplate template) {
        super(setup);
        this.template = template;
    }

    /** A server with Parlance, installed by the script. */
    public WildFlyServer(ServerSetup setup) {
        this(setup, WildFlyTemplate.INSTALLED);
    }

    /** A server as it comes out of its archive. */
    public static WildFlyServer bare(ServerSetup setup) {
        return new WildFlyServer(setup, WildFlyTemplate.BARE);
    }

    /** A server with whatever is in its directory. */
    public static WildFlyServer asItIs(ServerSetup setup) {
        return new WildFlyServer(setup, WildFlyTemplate.AS_IT_IS);
    }

    /** The scripts on this server's directory while it does not run. */
    public WildFlyScripts scripts() {
        return new WildFlyScripts(base(), "");
    }

    /** The scripts and the command line tool on this server while it runs. */
    public WildFlyScripts scriptsWhileRunning() {
        return new WildFlyScripts(base(), setup.host() + ":" + managementPort);
    }

    @Override
    List<String> prepare() throws IOException {
        var home = BuildFiles.wildFly();
        template.prepare(base(), setup);

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
        command.add("-Djboss.management.http.port=" + managementPort);
        return command;
    }

    public Path base() {
        return setup.directory().resolve("standalone");
    }

    @Override
    Progress progress(ServerLog output) throws IOException {
        return template.progress(base(), output);
    }
}
