package io.parlance.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Pattern;

/** Payara Micro with the pre-boot commands of {@code server-config/payara-micro}, or the bundle that has them in it. */
public final class PayaraMicroServer extends ChildServer {
    private static final String BROKEN_SERVER = "Failed to start, exiting";
    private static final String BROKEN_WAR = "Exception while loading the app";
    private static final Pattern STARTED = Pattern.compile("Payara Micro .* ready in [\\d,.]+ \\(ms\\)");
    private static final Pattern SERVED = Pattern.compile("(?s)Payara Micro URLs:\\s+http");

    private final List<String> poolOptions;
    private final boolean bundled;

    public PayaraMicroServer(ServerSetup setup) {
        this(setup, List.of(), false);
    }

    private PayaraMicroServer(ServerSetup setup, List<String> poolOptions, boolean bundled) {
        super(setup);
        this.poolOptions = poolOptions;
        this.bundled = bundled;
    }

    /** The runnable file that has the server and the WAR of this build in it. */
    public static PayaraMicroServer bundle(ServerSetup setup) {
        return new PayaraMicroServer(setup, List.of(), true);
    }

    /** The same with a pool of the server's own, which the WAR is told to use. */
    public static PayaraMicroServer withPool(ServerSetup setup, int connections) {
        return new PayaraMicroServer(PayaraPool.usedBy(setup), PayaraPool.options(setup, connections), false);
    }

    @Override
    List<String> prepare() throws IOException {
        var command = java();
        if (bundled) {
            command.addAll(List.of("-jar", BuildFiles.bundle().toString(), "--port", Integer.toString(setup.port())));
            return command;
        }
        command.addAll(List.of("-jar", BuildFiles.payaraMicro().toString()));
        command.addAll(List.of("--deploy", rootWar().toString(), "--contextroot", "/"));
        command.addAll(List.of("--port", Integer.toString(setup.port()), "--nocluster", "--nohostaware"));
        command.addAll(List.of(
                "--disablephonehome", "--prebootcommandfile", preBootCommands().toString()));
        command.addAll(poolOptions);
        return command;
    }

    private Path rootWar() throws IOException {
        return Files.copy(setup.war(), setup.directory().resolve("ROOT.war"), StandardCopyOption.REPLACE_EXISTING);
    }

    static Path preBootCommands() {
        return BuildFiles.serverConfig().resolve("payara-micro/pre-boot.asadmin");
    }

    @Override
    Progress progress(ServerLog output) {
        var text = output.text();
        if (text.contains(BROKEN_WAR) || text.contains(BROKEN_SERVER)) {
            return Progress.failed(ServerLog.reasonIn(text));
        }
        if (!STARTED.matcher(text).find()) {
            return Progress.STARTING;
        }
        return SERVED.matcher(text).find() ? Progress.READY : Progress.failed(ServerLog.reasonIn(text));
    }
}
