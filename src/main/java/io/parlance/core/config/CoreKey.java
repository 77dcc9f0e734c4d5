package io.parlance.core.config;

import static io.parlance.core.config.ValueType.bytes;
import static io.parlance.core.config.ValueType.choice;
import static io.parlance.core.config.ValueType.flag;
import static io.parlance.core.config.ValueType.number;
import static io.parlance.core.config.ValueType.seconds;
import static io.parlance.core.config.ValueType.secret;
import static io.parlance.core.config.ValueType.text;
import static io.parlance.core.config.ValueType.url;

/** Every key that is no dialect's own; {@code server-config/parlance.properties} shows the same to people. */
public enum CoreKey implements ConfigKey {
    DB_URL(KeyFacts.of(
                    "parlance.db.url",
                    url("jdbc:postgresql:"),
                    "jdbc:postgresql://127.0.0.1:5432/parlance",
                    "Address of PostgreSQL 15 or newer, for the pool that the WAR brings along.")
            .guardingStart()),
    DB_USER(KeyFacts.of("parlance.db.user", text("role"), "parlance", "Role that the WAR's own pool logs in as.")
            .changedAtOnce()),
    DB_PASSWORD(KeyFacts.of(
                    "parlance.db.password",
                    secret(0),
                    null,
                    "Password of that role. Connections opened after a change use the new one.")
            .changedAtOnce()
            .guardingStart()),
    DB_STATEMENT_TIMEOUT(KeyFacts.of(
                    "parlance.db.statement-timeout-seconds",
                    seconds(0, 3600),
                    "25",
                    "How long a statement may take before it is rolled back (408 or 503), 0 for ever; for connections of the"
                            + " WAR's own pool that are opened after a change.")
            .changedAtOnce()),
    DB_START_WAIT(KeyFacts.of(
            "parlance.db.start-wait-seconds",
            seconds(0, 3600),
            "30",
            "How long the server waits at its start for a PostgreSQL that cannot be reached yet, as after a reboot of both; then"
                    + " it does not start.")),
    DATASOURCE(
            KeyFacts.of(
                    "parlance.datasource",
                    text("JNDI name"),
                    CoreKey.OWN_POOL,
                    "The data source. Name one of the server's to use its pool instead of the WAR's; parlance.db.url, .user and .password are then unused.")),

    ADMIN_TOKEN(KeyFacts.of(
                    "parlance.admin.token",
                    secret(24),
                    null,
                    "First admin token. With none, one is made at the first start and written once to the log.")
            .changedAtOnce()
            .guardingStart()),
    MASTER_KEY(KeyFacts.of(
                    "parlance.master-key",
                    secret(32),
                    null,
                    "Key from which others are derived; signs the JWTs of people. With none, one is made at the first start and"
                            + " kept in the database. Must be set in production. A change ends all JWTs.")
            .guardingStart()),
    JWT_TENANT_CLAIM(KeyFacts.of(
            "parlance.jwt.tenant-claim",
            text("name"),
            "tenant_id",
            "Name of the claim of people's JWTs that holds the tenant. After a change people need new ones.")),
    JWT_GROUPS_CLAIM(KeyFacts.of(
            "parlance.jwt.groups-claim",
            text("name"),
            "groups",
            "Name of the claim of people's JWTs that holds the user groups. After a change people need new ones.")),

    PUBLIC_URL(KeyFacts.of(
                    "parlance.public-url",
                    url("https://", "http://"),
                    null,
                    "Where clients reach this installation if a balancer stands before it, such as https://hub.example.org; links"
                            + " in answers begin with it. With none they begin with what the request was sent to.")
            .guardingStart()),

    BODY_MAX_BYTES(KeyFacts.of(
                    "parlance.body.max-bytes",
                    bytes(1, 1L << 30),
                    "4194304",
                    "Largest body of a request; larger ones are refused (413).")
            .changedAtOnce()),
    BODY_DEADLINE(KeyFacts.of(
                    "parlance.body.deadline-seconds",
                    seconds(1, 3600),
                    "10",
                    "Time for a whole body to arrive; slower ones are refused (408).")
            .changedAtOnce()),
    BODY_MAX_ARRIVING(KeyFacts.of(
            "parlance.body.max-arriving",
            number("bodies", 1, 1_000_000),
            "8192",
            "How many bodies may be on their way at once; more are refused (503). They hold a connection and little memory, no"
                    + " thread.")),
    BODY_BUDGET(KeyFacts.of(
            "parlance.body.budget-bytes",
            bytes(1, 1L << 40),
            null,
            "Memory for all bodies on their way together; with none, a quarter of the heap. Twice as much may be needed for what"
                    + " is made of bodies while they are worked on. What finds no room is refused (503).")),
    MAX_IN_FLIGHT(KeyFacts.of(
            "parlance.requests.max-in-flight",
            number("requests", 1, 1_000_000),
            "2048",
            "How many requests may be worked on at once, from the arrival of the body until the answer is complete; more are"
                    + " refused (503).")),
    ATTACHMENT_MAX_BYTES(KeyFacts.of(
                    "parlance.attachment.max-bytes",
                    bytes(1, 1L << 40),
                    "104857600",
                    "Largest file of a client. Files on their way are kept in temporary files of the server, so that the disk must"
                            + " have room for parlance.attachment.max-at-once times as much.")
            .changedAtOnce()),
    ATTACHMENT_DEADLINE(KeyFacts.of(
                    "parlance.attachment.deadline-seconds",
                    seconds(1, 86_400),
                    "300",
                    "Time for a whole file to arrive; slower ones are refused (408).")
            .changedAtOnce()),
    ATTACHMENT_MAX_AT_ONCE(KeyFacts.of(
            "parlance.attachment.max-at-once",
            number("files", 1, 10_000),
            "64",
            "How many files may be on their way at once; more are refused (503), as are more downloads at once, and more of"
                    + " them than 8 for each processor.")),
    ATTACHMENT_UNUSED_DAYS(KeyFacts.of(
                    "parlance.attachment.unused-days",
                    number("days", 1, 36_500),
                    "7",
                    "After how long a file is deleted that no message refers to.")
            .changedAtOnce()
            .guardingStart()),
    IMPORT_MAX_BYTES(KeyFacts.of(
                    "parlance.import.max-bytes",
                    bytes(1, 1L << 40),
                    "1073741824",
                    "Largest file that an operator imports; the disk must have room for each file twice.")
            .changedAtOnce()),
    IMPORT_DEADLINE(KeyFacts.of(
                    "parlance.import.deadline-seconds",
                    seconds(1, 86_400),
                    "3600",
                    "Time for a file that an operator imports to arrive.")
            .changedAtOnce()),

    INTAKE_WRITERS(KeyFacts.of(
            "parlance.intake.writers",
            number("writers", 1, 16),
            "2",
            "Threads that store messages; each uses one connection while there is something to store.")),
    INTAKE_MAX_WAITING(KeyFacts.of(
            "parlance.intake.max-waiting",
            number("requests", 1, 1_000_000),
            "4096",
            "How many requests may wait to be stored; more are refused (503).")),

    METRICS_OPEN(KeyFacts.of(
                    "parlance.metrics.open",
                    flag(),
                    "false",
                    "Whether /metrics is shown to everybody; otherwise it needs an admin token as bearer.")
            .changedAtOnce()),
    LOG_FORMAT(
            KeyFacts.of(
                    "parlance.log.format",
                    choice("json", "server"),
                    "json",
                    "Whether what Parlance logs becomes one line of JSON for each event, apart from the server's own log, or stays there.")),
    LOG_FILE(
            KeyFacts.of(
                    "parlance.log.file",
                    text("file"),
                    null,
                    "File that the lines of JSON are appended to; with none, they go to the standard output of the server's process.")),
    LOG_LEVEL(KeyFacts.of(
            "parlance.log.level",
            choice("debug", "info", "warning", "error"),
            "info",
            "The least of what is logged; debug also has a line for each accepted request.")),

    PRODUCTION(KeyFacts.of(
                    "parlance.production",
                    flag(),
                    "false",
                    "Whether to refuse to start where running would be unsafe: without a master key, or with the demo tenant.")
            .guardingStart()),
    DEMO(KeyFacts.of(
                    "parlance.demo",
                    flag(),
                    "false",
                    "Whether to load the demo tenant, whose credentials are public; on loopback addresses only.")
            .guardingStart()),
    HOST(
            KeyFacts.of(
                    "parlance.host",
                    text("address"),
                    "127.0.0.1",
                    "Where the starter makes the server listen; used for the demo tenant's requests and to check that they stay local.")),
    PORT(KeyFacts.of("parlance.port", number("port", 1, 65_535), "8080", "The same, the port.")),
    DEMO_SHEET(KeyFacts.of(
            "parlance.demo.sheet",
            text("file"),
            null,
            "File to which the demo tenant's copy-paste requests are written at start."));

    /** JNDI name of the pool that the WAR brings along. */
    public static final String OWN_POOL = "java:app/jdbc/parlance";

    private final KeyFacts facts;

    CoreKey(KeyFacts facts) {
        this.facts = facts;
    }

    @Override
    public KeyFacts facts() {
        return facts;
    }
}
