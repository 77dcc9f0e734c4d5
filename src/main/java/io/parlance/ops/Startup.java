package io.parlance.ops;

import io.parlance.core.access.AdminTokens;
import io.parlance.core.access.LastUsed;
import io.parlance.core.config.Configuration;
import io.parlance.core.dialect.DialectCatalog;
import io.parlance.core.idempotency.KeptAnswers;
import io.parlance.core.imports.Imports;
import io.parlance.core.lifecycle.ThreadNotes;
import io.parlance.core.limit.BurstLimit;
import io.parlance.core.limit.RateLimit;
import io.parlance.core.message.Attachments;
import io.parlance.core.message.MessageIntake;
import io.parlance.core.message.MessagePartitions;
import io.parlance.core.message.MessageRetention;
import io.parlance.core.store.StorePulse;
import io.parlance.ops.health.ServerState;
import io.parlance.ops.log.JsonLog;
import io.parlance.ops.trace.Tracing;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Brings the server up in order: settings, schema, partitions, first admin token, demo tenant; then starts what happens by
 * the clock. Any failure stops the deployment.
 */
@WebListener
public class Startup implements ServletContextListener {
    private static final System.Logger LOG = System.getLogger(Startup.class.getName());
    private static final int LAST_USED_SECONDS = 30;
    private static final int IMPORTS_SECONDS = 10;
    private static final int PURGE_SECONDS = 60 * 60;
    private static final int TENDING_SECONDS = 5;
    private static final int PARTITIONS_SECONDS = 6 * 60 * 60;

    @Inject
    Configuration configuration;

    @Inject
    SettingsReport report;

    @Inject
    Settings settings;

    @Inject
    Schema schema;

    @Inject
    DialectCatalog dialects;

    @Inject
    MessagePartitions partitions;

    @Inject
    MessageRetention retention;

    @Inject
    MessageIntake intake;

    @Inject
    Imports imports;

    @Inject
    Attachments attachments;

    @Inject
    KeptAnswers keptAnswers;

    @Inject
    RateLimit rateLimit;

    @Inject
    BurstLimit burstLimit;

    @Inject
    AdminTokens adminTokens;

    @Inject
    LastUsed lastUsed;

    @Inject
    ThreadNotes notes;

    @Inject
    Demo demo;

    @Inject
    StorePulse pulse;

    @Inject
    ServerState state;

    @Inject
    JsonLog log;

    @Inject
    Tracing tracing;

    @Resource
    ManagedScheduledExecutorService scheduler;

    private final List<Future<?>> timers = new ArrayList<>();

    @Override
    public void contextInitialized(ServletContextEvent event) {
        log.open();
        try {
            start(event);
        } catch (RuntimeException | Error e) {
            tracing.close();
            log.close(); // not every server calls contextDestroyed after this
            throw e;
        }
    }

    private void start(ServletContextEvent event) {
        report.check();
        tracing.open();
        settings.check();
        schema.migrate();
        partitions.createAhead();
        Settings.refuseIf(
                settings.production() && demo.isProvisioned(),
                "parlance.production is true and the database holds the demo tenant, whose credentials are public;"
                        + " use a fresh database, or delete the tenant \"demo\" first with parlance.production=false");
        adminTokens.makeFirst().ifPresent(Startup::announce);
        if (settings.demo()) {
            DemoStaysLocal.guard(event.getServletContext());
            demo.provision();
        }
        startTimers();
        pulse.start();
        state.started();
        LOG.log(System.Logger.Level.INFO, "Parlance has started");
    }

    private void startTimers() {
        every(Configuration.REFRESH_SECONDS, configuration::refresh);
        every(LAST_USED_SECONDS, lastUsed::write);
        every(IMPORTS_SECONDS, imports::beat);
        every(TENDING_SECONDS, notes::deliverLeft);
        dialects.all().forEach(dialect -> every(TENDING_SECONDS, dialect::tend));
        every(PARTITIONS_SECONDS, this::tendPartitions);
        every(PURGE_SECONDS, keptAnswers::purge);
        every(PURGE_SECONDS, attachments::purge);
        every(PURGE_SECONDS, rateLimit::purge);
        every(PURGE_SECONDS, burstLimit::purge);
        every(BurstLimit.EXCHANGE, burstLimit::exchange);
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        state.stopping();
        log.hold();
        pulse.stop();
        timers.forEach(timer -> timer.cancel(false));
        imports.stop();
        intake.drain();
        lastUsed.write();
        forgetDriver();
        tracing.close();
        log.hold();
        LOG.log(System.Logger.Level.INFO, "Parlance has stopped");
        log.close();
    }

    /** A driver that stays registered would keep the classes of this deployment in memory. */
    private static void forgetDriver() {
        try {
            org.postgresql.Driver.deregister();
        } catch (SQLException | IllegalStateException e) {
            LOG.log(System.Logger.Level.DEBUG, "the driver was not registered", e);
        }
    }

    private void tendPartitions() {
        partitions.createAhead();
        retention.dropExpired();
    }

    private void every(int seconds, Runnable task) {
        every(Duration.ofSeconds(seconds), task);
    }

    private void every(Duration time, Runnable task) {
        long millis = time.toMillis();
        timers.add(scheduler.scheduleWithFixedDelay(() -> runLogged(task), millis, millis, TimeUnit.MILLISECONDS));
    }

    /** A task that throws would never run again. */
    private static void runLogged(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "a timed task failed and will be tried again", e);
        }
    }

    /** Past the log of events, which never holds a secret. */
    private static void announce(String token) {
        System.getLogger("parlance.first-admin-token")
                .log(
                        System.Logger.Level.WARNING,
                        "No parlance.admin.token is set. The first admin token, shown only this once: " + token);
    }
}
