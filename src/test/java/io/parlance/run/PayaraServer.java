package io.parlance.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Payara Server on a domain of its own, bare or with what {@code server-config/payara-server} installs in it. */
public final class PayaraServer extends ChildServer {
    private static final String DOMAIN = "domain1";
    private static final String MAIN_CLASS = "com.sun.enterprise.glassfish.bootstrap.ASMain";
    private static final String BROKEN_WAR = "Exception while loading the app";
    private static final Pattern HEAP = Pattern.compile("-Xmx.*|-XX:NewRatio=.*");

    private final PayaraTemplate template;
    private final int adminPort = Ports.free();

    private PayaraServer(ServerSetup setup, PayaraTemplate template) {
        super(setup);
        this.template = template;
    }

    /** A server with Parlance, installed by the script. */
    public PayaraServer(ServerSetup setup) {
        this(setup, PayaraTemplate.INSTALLED);
    }

    /** A server as it comes out of its archive, but for its ports. */
    public static PayaraServer bare(ServerSetup setup) {
        return new PayaraServer(setup, PayaraTemplate.BARE);
    }

    @Override
    List<String> prepare() throws IOException {
        Directories.delete(domain());
        Directories.copy(template.domain(setup), domain());
        template.adapt(domain(), setup);
        DomainPorts.change(ServerXml.of(domainXml()), setup.port(), adminPort).write(domainXml());
        return commandLine();
    }

    /** As asadmin would start it, but without becoming a daemon, and with the options every server gets. */
    private List<String> commandLine() {
        var dryRun = asadmin("start-domain", "--domaindir", setup.directory().toString(), "--dry-run", DOMAIN)
                .orFail()
                .output()
                .lines()
                .toList();
        int start = dryRun.indexOf("-cp");
        int end = dryRun.indexOf(MAIN_CLASS);
        var options = dryRun.subList(start, end).stream()
                .filter(option -> !HEAP.matcher(option).matches());
        var arguments = List.of("-domainname", DOMAIN, "-domaindir", domain().toString(), "-instancename", "server");
        return Stream.of(
                        java().stream(),
                        options,
                        Stream.of(MAIN_CLASS),
                        arguments.stream(),
                        Stream.of("-type", "DAS", "-verbose", "true"))
                .flatMap(part -> part)
                .toList();
    }

    /** Runs a command of the server's command line tool. */
    public ScriptRun asadmin(String... command) {
        var tool = List.of(
                "sh",
                BuildFiles.payaraServer().resolve("bin/asadmin").toString(),
                "--host",
                "localhost",
                "--port",
                String.valueOf(adminPort),
                "--terse");
        return ScriptRun.of(Stream.concat(tool.stream(), Stream.of(command)).toList(), Map.of());
    }

    /** Runs {@code install.sh} with settings such as {@code parlance.db.url}, which it takes from its environment. */
    public ScriptRun install(Path war, Map<String, String> settings, String... properties) {
        var environment = new TreeMap<>(Map.of("PARLANCE_HOST", setup.host()));
        settings.forEach((key, value) -> environment.put(ServerSetup.environmentName(key), value));
        return run("install.sh", environment, Stream.concat(Stream.of(war.toString()), Stream.of(properties)));
    }

    public ScriptRun uninstall() {
        return run("uninstall.sh", Map.of(), Stream.of());
    }

    private ScriptRun run(String script, Map<String, String> variables, Stream<String> arguments) {
        var environment = new TreeMap<>(variables);
        environment.put("PAYARA_HOME", BuildFiles.payaraServer().toString());
        environment.put("PAYARA_DOMAIN", domain().toString());
        environment.put("PAYARA_ADMIN_PORT", String.valueOf(adminPort));
        var file = ScriptRun.script("payara-server").resolve(script).toString();
        return ScriptRun.of(Stream.concat(Stream.of("sh", file), arguments).toList(), environment);
    }

    public int adminPort() {
        return adminPort;
    }

    public Path domain() {
        return setup.directory().resolve(DOMAIN);
    }

    public Path domainXml() {
        return domain().resolve("config/domain.xml");
    }

    @Override
    Progress progress(ServerLog output) {
        var text = output.text();
        if (text.contains(BROKEN_WAR)) {
            return Progress.failed(ServerLog.reasonIn(text));
        }
        return template.isReady(text) ? Progress.READY : Progress.STARTING;
    }
}
