package io.parlance.run;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/** What the user of {@code mvn -Prun} may choose, and the settings that go on to the server as they are. */
record LaunchOptions(Path data, String host, int port, Map<String, String> settings) {
    private static final String PREFIX = "parlance.";
    private static final Set<String> OURS =
            Set.of("parlance.data", "parlance.host", "parlance.port", "parlance.payara.jar", "parlance.wildfly.home");

    /** Reads and checks them; nothing but loopback is allowed, because the demo tenant's credentials are public. */
    static LaunchOptions from(Properties properties) {
        var host = properties.getProperty("parlance.host", "127.0.0.1");
        requireLoopback(host);
        var data = Path.of(properties.getProperty("parlance.data", BuildFiles.project() + "/.parlance"));
        var port = port(properties.getProperty("parlance.port", "8080"));
        return new LaunchOptions(data.toAbsolutePath().normalize(), host, port, otherSettings(properties));
    }

    private static Map<String, String> otherSettings(Properties properties) {
        var settings = new TreeMap<String, String>();
        for (var key : properties.stringPropertyNames()) {
            if (key.startsWith(PREFIX) && !OURS.contains(key)) {
                settings.put(key, properties.getProperty(key));
            }
        }
        return settings;
    }

    private static int port(String text) {
        try {
            var port = Integer.parseInt(text);
            if (port > 0 && port < 65536) {
                return port;
            }
        } catch (NumberFormatException e) {
            // refused below
        }
        throw new StartRefusedException("parlance.port must be a number from 1 to 65535, not " + text);
    }

    private static void requireLoopback(String host) {
        try {
            if (InetAddress.getByName(host).isLoopbackAddress()) {
                return;
            }
        } catch (UnknownHostException e) {
            // refused below
        }
        throw new StartRefusedException("parlance.host must be a loopback address such as 127.0.0.1, not " + host
                + ": this run loads the demo tenant, whose credentials are public");
    }
}
