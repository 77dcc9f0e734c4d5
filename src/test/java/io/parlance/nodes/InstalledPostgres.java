package io.parlance.nodes;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Finds the programs of a PostgreSQL that is installed on this machine: those that serve and those that back up. */
final class InstalledPostgres {
    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
    private static final List<String> NEEDED = List.of("postgres", "initdb", "pg_ctl", "pg_dump", "pg_restore", "psql");

    private InstalledPostgres() {}

    /** The directory with {@code bin} in it. */
    static Path home() {
        return Stream.concat(debian(), path())
                .filter(home -> NEEDED.stream().allMatch(name -> Files.isExecutable(home.resolve("bin/" + name))))
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        "mvn -Pnodes verify needs an installed PostgreSQL 15 or newer with" + " " + NEEDED + ", below "
                                + DEBIAN + " or on the PATH; Debian: apt-get install postgresql"));
    }

    /** The newest first. */
    private static Stream<Path> debian() {
        if (!Files.isDirectory(DEBIAN)) {
            return Stream.empty();
        }
        try (var versions = Files.list(DEBIAN)) {
            return versions
                    .sorted(Comparator.comparing(
                                    (Path home) -> home.getFileName().toString())
                            .reversed())
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> path() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(Path::of)
                .filter(bin -> bin.endsWith("bin"))
                .map(bin -> bin.toAbsolutePath().getParent());
    }
}
