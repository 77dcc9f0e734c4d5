package io.parlance.run;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Runs PostgreSQL's own programs. They refuse to run as root; then they get a user namespace of their own, in
 * which they are nobody in particular, or, where the system forbids that (as containers do), the user id of
 * nobody.
 */
final class PostgresTools {
    private static final Pattern VERSION = Pattern.compile("PostgreSQL\\) (\\d+)");
    private static final String ROOT = "0";
    private static final String NOBODY = "65534";
    private static final List<String> NAMESPACE = List.of("unshare", "-U");
    private static final List<String> AS_NOBODY =
            List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");

    private final Path home;
    private final List<String> prefix;
    private final Map<String, String> environment = new HashMap<>();

    PostgresTools(Path home) {
        this.home = home;
        this.prefix = prefix();
    }

    /** The version of these programs, such as {@code 17}. */
    String majorVersion() {
        var version = VERSION.matcher(run("postgres", "--version"));
        if (!version.find()) {
            throw new IllegalStateException("PostgreSQL does not tell its version");
        }
        return version.group(1);
    }

    void environment(String name, String value) {
        environment.put(name, value);
    }

    /** Runs a program to its end and returns what it printed; another exit code than 0 is an exception. */
    String run(String program, String... arguments) {
        var command = new ArrayList<>(prefix);
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        var result = execute(command);
        if (result.exitCode() != 0) {
            var oneLine = result.output().strip().replaceAll("\\s*\\n\\s*", " ");
            throw new IllegalStateException(program + " failed: " + oneLine);
        }
        return result.output();
    }

    /** Hands a file or tree over to the user the programs run as, who may be another than at the last start. */
    void own(Path tree) {
        if (!prefix.isEmpty()) {
            var owner = prefix.equals(AS_NOBODY) ? NOBODY : ROOT;
            execute(List.of("chown", "-R", owner + ":" + owner, tree.toString()));
        }
    }

    /** Makes sure of a log file that the programs may append to. */
    void touch(Path file) {
        try {
            Files.writeString(file, "", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        own(file);
    }

    private List<String> prefix() {
        if (new UnixSystem().getUid() != 0) {
            return List.of();
        }
        if (works(NAMESPACE)) {
            return NAMESPACE;
        }
        if (works(AS_NOBODY)) {
            return AS_NOBODY;
        }
        throw new StartRefusedException("PostgreSQL does not run as root, and neither a user namespace nor the user"
                + " nobody can use " + home + "; start as an ordinary user");
    }

    private boolean works(List<String> candidate) {
        var command = new ArrayList<>(candidate);
        command.addAll(List.of("test", "-x", home.resolve("bin/postgres").toString()));
        return execute(command).exitCode() == 0;
    }

    private ScriptRun execute(List<String> command) {
        try {
            return ScriptRun.of(command, environment);
        } catch (UncheckedIOException e) {
            return new ScriptRun(-1, String.valueOf(e.getMessage()));
        }
    }
}
