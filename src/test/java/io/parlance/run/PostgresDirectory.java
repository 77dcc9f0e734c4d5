package io.parlance.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A data directory of PostgreSQL: made once, then only looked at; the files in it are PostgreSQL's. */
final class PostgresDirectory {
    private static final int FIRST_WITH_OWN_LOCALES = 17;
    private static final List<String> OWN_LOCALE =
            List.of("--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8");
    private static final List<String> SYSTEMS_LOCALE = List.of("--locale=C.UTF-8");

    private final Path path;

    PostgresDirectory(Path path) {
        this.path = path.toAbsolutePath();
    }

    Path path() {
        return path;
    }

    Path log() {
        return path.resolveSibling(path.getFileName() + ".log");
    }

    boolean exists() {
        return Files.exists(path.resolve("PG_VERSION"));
    }

    void requireVersion(String ours) {
        var theirs = read("PG_VERSION").orElse("?");
        if (!theirs.equals(ours)) {
            throw new StartRefusedException("the data in " + path + " belongs to PostgreSQL " + theirs + ", this is "
                    + ours + "; move it away or choose another place with -Dparlance.data=DIR");
        }
    }

    /** Makes the directory elsewhere and moves it into place, so that it is whole whenever it exists. */
    void initialise(PostgresTools tools) {
        try {
            var unfinished = Directories.fresh(path.resolveSibling(path.getFileName() + ".unfinished"));
            var password = unfinished.resolveSibling(path.getFileName() + ".password");
            Files.deleteIfExists(password);
            var ownerOnly = PosixFilePermissions.fromString("rw-------");
            Files.createFile(password, PosixFilePermissions.asFileAttribute(ownerOnly));
            Files.writeString(password, UUID.randomUUID().toString());
            tools.own(password);
            tools.own(unfinished);
            tools.run("initdb", initOptions(unfinished, password, tools.majorVersion()));
            Files.move(password, unfinished.resolve("parlance.password"));
            Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String[] initOptions(Path directory, Path password, String version) {
        var options = new ArrayList<>(List.of(
                "--pgdata=" + directory,
                "--username=postgres",
                "--auth=scram-sha-256",
                "--pwfile=" + password,
                "--data-checksums",
                "--encoding=UTF8"));
        options.addAll(Integer.parseInt(version) < FIRST_WITH_OWN_LOCALES ? SYSTEMS_LOCALE : OWN_LOCALE);
        return options.toArray(String[]::new);
    }

    String password() {
        return read("parlance.password").orElseThrow(() -> new IllegalStateException("no password in " + path));
    }

    /** The running PostgreSQL of this directory, by the id it left here and the command line of that process. */
    Optional<ProcessHandle> postmaster() {
        return read("postmaster.pid")
                .flatMap(text -> ProcessHandle.of(
                        Long.parseLong(text.lines().findFirst().orElse("-1").trim())))
                .filter(this::isOurs);
    }

    private boolean isOurs(ProcessHandle process) {
        var command = process.info().commandLine().orElse("");
        return process.isAlive() && command.contains("postgres") && command.contains(path.toString());
    }

    private Optional<String> read(String file) {
        try {
            return Optional.of(Files.readString(path.resolve(file)).trim()).filter(text -> !text.isEmpty());
        } catch (IOException missing) {
            return Optional.empty();
        }
    }
}
