package io.parlance.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The scripts of {@code server-config/wildfly} for one {@code standalone} directory.
 *
 * @param controller where its server is managed, or empty if it does not run
 */
public record WildFlyScripts(Path base, String controller) {
    /** Runs {@code install.sh} with settings such as {@code parlance.db.url}, which it takes from its environment. */
    public ScriptRun install(Path war, Map<String, String> settings, String... properties) {
        var environment = new TreeMap<String, String>();
        settings.forEach((key, value) -> environment.put(ServerSetup.environmentName(key), value));
        return run("install.sh", environment, Stream.concat(Stream.of(war.toString()), Stream.of(properties)));
    }

    public ScriptRun uninstall() {
        return run("uninstall.sh", Map.of(), Stream.of());
    }

    /** Runs a command of the server's command line tool. */
    public ScriptRun cli(String command) {
        var tool = BuildFiles.wildFly().resolve("bin/jboss-cli.sh").toString();
        return ScriptRun.of(
                List.of("sh", tool, "--connect", "--controller=" + controller, "--timeout=120000", command), Map.of());
    }

    private ScriptRun run(String script, Map<String, String> variables, Stream<String> arguments) {
        var environment = new TreeMap<>(variables);
        environment.put("JBOSS_HOME", BuildFiles.wildFly().toString());
        environment.put("WILDFLY_BASE", base.toString());
        environment.put("WILDFLY_CONTROLLER", controller);
        var file = ScriptRun.script("wildfly").resolve(script).toString();
        return ScriptRun.of(Stream.concat(Stream.of("sh", file), arguments).toList(), environment);
    }

    public Path configuration() {
        return base.resolve("configuration/standalone.xml");
    }
}
