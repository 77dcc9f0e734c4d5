package io.parlance.run;

import io.parlance.it.Secrets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a server is started with.
 *
 * @param directory keeps its log, its temporary files and the note of its process id
 * @param settings {@code parlance.*} keys; they reach the WAR as system properties, those about secrets as
 * environment variables
 */
public record ServerSetup(
        Path war, Path directory, String host, int port, Map<String, String> settings, List<String> jvmOptions) {
    private static final List<String> SECRETS =
            List.of("parlance.admin.token", "parlance.admin.token-file", "parlance.db.password", "parlance.master-key");
    /** As {@code server-config/payara-micro/README.md} says. */
    private static final List<String> MEMORY = List.of("-Xms192m", "-Xmx512m", "-Xmn96m", "-XX:+UseSerialGC");

    public ServerSetup {
        settings = Map.copyOf(settings);
        jvmOptions = List.copyOf(jvmOptions);
        SECRETS.stream()
                .filter(key -> !key.endsWith("-file"))
                .map(settings::get)
                .filter(secret -> secret != null && secret.length() >= Secrets.SHORTEST)
                .forEach(Secrets::note);
    }

    /** The usual set-up: the WAR of this build, a heap of half a gigabyte, the collector that costs least. */
    public static ServerSetup of(Path directory, String host, int port, Map<String, String> settings) {
        return new ServerSetup(BuildFiles.war(), directory.toAbsolutePath(), host, port, settings, MEMORY);
    }

    /** The usual set-up on any free port. */
    public static ServerSetup of(Path directory, String host, Map<String, String> settings) {
        return of(directory, host, Ports.free(), settings);
    }

    /** The same with another setting. */
    public ServerSetup withSetting(String key, String value) {
        var changed = new TreeMap<>(settings);
        changed.put(key, value);
        return new ServerSetup(war, directory, host, port, changed, jvmOptions);
    }

    /** The same with other options of the Java virtual machine. */
    public ServerSetup withJvmOptions(List<String> options) {
        return new ServerSetup(war, directory, host, port, settings, options);
    }

    /** The same with another WAR. */
    public ServerSetup withWar(Path other) {
        return new ServerSetup(other, directory, host, port, settings, jvmOptions);
    }

    /** The same in another directory and on another port. */
    ServerSetup at(Path otherDirectory, int otherPort) {
        return new ServerSetup(war, otherDirectory.toAbsolutePath(), host, otherPort, settings, jvmOptions);
    }

    /** The settings that everybody may see in the process list. */
    List<String> systemProperties() {
        return new TreeMap<>(settings)
                .entrySet().stream()
                        .filter(setting -> !SECRETS.contains(setting.getKey()))
                        .map(setting -> "-D" + setting.getKey() + "=" + setting.getValue())
                        .toList();
    }

    /** The secret settings, named as MicroProfile Config looks them up in the environment. */
    Map<String, String> environment() {
        var variables = new TreeMap<String, String>();
        for (var key : SECRETS) {
            var value = settings.get(key);
            if (value != null) {
                variables.put(environmentName(key), value);
            }
        }
        return variables;
    }

    static String environmentName(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
