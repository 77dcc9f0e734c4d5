package io.parlance.run;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * A real PostgreSQL in a directory, durable as in production ({@code fsync} and {@code synchronous_commit} on),
 * reachable from this machine only. The data stays when it stops. It is a daemon in a session of its own: Ctrl-C
 * does not reach it.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    private static final String USER = "parlance";
    private static final String SUPERUSER = "postgres";
    private static final List<String> SETTINGS = List.of(
            "fsync=on",
            "synchronous_commit=on",
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "shared_buffers=128MB",
            "max_connections=100",
            "timezone=UTC");

    private final PostgresDirectory directory;
    private final PostgresTools tools;
    private final List<String> settings = new ArrayList<>(SETTINGS);
    private int port;

    private EmbeddedDatabase(PostgresDirectory directory, PostgresTools tools) {
        this.directory = directory;
        this.tools = tools;
    }

    /** The database kept in the directory, not started yet; the directory is made at the first start. */
    public static EmbeddedDatabase in(Path directory) {
        Directories.make(BuildFiles.target());
        return of(directory, PostgresBinaries.unpackBelow(BuildFiles.target()));
    }

    private static EmbeddedDatabase of(Path directory, Path installation) {
        return new EmbeddedDatabase(new PostgresDirectory(directory), new PostgresTools(installation));
    }

    /** A database that begins empty: what an earlier run left in the directory is stopped and deleted. */
    public static EmbeddedDatabase temporary(Path directory) {
        return emptied(in(directory));
    }

    /** The same by the programs of a PostgreSQL that is installed: the directory with {@code bin} in it. */
    public static EmbeddedDatabase temporary(Path directory, Path installation) {
        return emptied(of(directory, installation));
    }

    private static EmbeddedDatabase emptied(EmbeddedDatabase database) {
        database.stop();
        Directories.delete(database.directory.path());
        return database;
    }

    /** Adds a setting such as {@code max_wal_size=4GB} for the starts to come. */
    public EmbeddedDatabase with(String setting) {
        settings.add(setting);
        return this;
    }

    /** Sets an environment variable for PostgreSQL's processes from the next start on. */
    public EmbeddedDatabase withEnvironment(String name, String value) {
        tools.environment(name, value);
        return this;
    }

    /** Starts on any free port. */
    public EmbeddedDatabase start() {
        return start(Ports.free());
    }

    /**
     * Starts with a database {@code parlance}, after stopping what an earlier, crashed run left on this
     * directory.
     */
    public EmbeddedDatabase start(int wantedPort) {
        DiskSpace.require(directory.path());
        if (directory.exists()) {
            directory.requireVersion(tools.majorVersion());
            stop();
            tools.own(directory.path());
        } else {
            Directories.make(directory.path().getParent());
            directory.initialise(tools);
        }
        port = wantedPort;
        startPostmaster();
        createUser();
        createDatabase(USER);
        return this;
    }

    private void startPostmaster() {
        var options = new StringBuilder("-p " + port);
        settings.forEach(setting -> options.append(" -c ").append(setting));
        var log = directory.log();
        var data = directory.path();
        tools.touch(log);
        tools.run("pg_ctl", "start", "-w", "-t", "120", "-s", "-D", "" + data, "-l", "" + log, "-o", "" + options);
    }

    private void createUser() {
        if (!exists("SELECT 1 FROM pg_roles WHERE rolname = '" + USER + "'")) {
            execute("CREATE ROLE " + USER + " LOGIN PASSWORD '" + password() + "'");
        }
    }

    /** Makes another database beside {@code parlance}, unless it is there; the name is a plain identifier. */
    public void createDatabase(String name) {
        if (!exists("SELECT 1 FROM pg_database WHERE datname = '" + name + "'")) {
            execute("CREATE DATABASE " + name + " OWNER " + USER);
        }
    }

    /** Stops in good order: running transactions are rolled back, committed ones are on disk. */
    public void stop() {
        stop("fast");
    }

    /** Stops at once without writing anything more, so that the next start has to recover. */
    public void stopAtOnce() {
        stop("immediate");
    }

    private void stop(String mode) {
        directory.postmaster().ifPresent(postmaster -> {
            tools.run("pg_ctl", "stop", "-w", "-t", "60", "-s", "-m", mode, "-D", "" + directory.path());
            Processes.awaitEnd(postmaster);
        });
    }

    /** Kills all of its processes at once ({@code kill -9}). */
    public void kill() {
        directory.postmaster().ifPresent(Processes::kill);
    }

    /** Starts again on the same port after {@link #stop()}, {@link #stopAtOnce()} or {@link #kill()}, or stops first. */
    public void restart() {
        start(port);
    }

    public String jdbcUrl() {
        return jdbcUrl(USER);
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public String user() {
        return USER;
    }

    public String password() {
        return directory.password();
    }

    public int port() {
        return port;
    }

    /** The process id of the postmaster. */
    public long pid() {
        return directory
                .postmaster()
                .orElseThrow(() -> new IllegalStateException("PostgreSQL is not running in " + directory.path()))
                .pid();
    }

    /** What PostgreSQL itself logs. */
    public Path logFile() {
        return directory.log();
    }

    /** A new connection to the database {@code parlance}; the caller closes it. */
    public Connection connect() throws SQLException {
        return connect(USER);
    }

    /** A new connection to another database of {@link #createDatabase}; the caller closes it. */
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), USER, password());
    }

    @Override
    public void close() {
        stop();
    }

    private boolean exists(String query) {
        try (var connection = DriverManager.getConnection(jdbcUrl(SUPERUSER), SUPERUSER, password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            return rows.next();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void execute(String command) {
        try (var connection = DriverManager.getConnection(jdbcUrl(SUPERUSER), SUPERUSER, password());
                var statement = connection.createStatement()) {
            statement.execute(command);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
