package io.parlance.ops.doctor;

import io.parlance.core.doctor.Check;
import io.parlance.core.doctor.Finding;
import io.parlance.core.problem.RejectedException;
import io.parlance.core.store.StoreCheck;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Runs all checks, a few at a time, and waits no longer than {@link #PATIENCE} for them altogether; who asks while it does so
 * gets the same report. A check that has not come to its end keeps one of the doctor's own few threads and nothing else.
 */
@ApplicationScoped
public class Doctor {
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final System.Logger LOG = System.getLogger(Doctor.class.getName());
    private static final int AT_ONCE = 4;

    private static final Finding NOT_ASKED = Finding.unknown(
            "PostgreSQL does not answer, and this cannot be told without it.",
            "Find out what postgresql-reachable says first.");

    private static final Finding TOO_SLOW = Finding.warning(
            "This was not found out within " + PATIENCE.toSeconds() + " seconds.",
            "Ask again; if it stays so, look for a lock in PostgreSQL or a hanging disk.");

    private static final Finding NO_ANSWER =
            Finding.warning("PostgreSQL did not answer this.", "Ask again; the log of PostgreSQL may tell why.");

    private static final Finding BROKEN =
            Finding.warning("The check itself failed.", "The log of this server has the reason; report it with that.");

    @Inject
    @Any
    Instance<Check> installed;

    @Inject
    StoreCheck store;

    @Resource
    ManagedThreadFactory threads;

    @SuppressWarnings("NullAway.Init") // by open()
    private ExecutorService workers;

    private List<Check> checks = List.of();
    private @Nullable CompletableFuture<Report> visit;

    Duration patience = PATIENCE;

    @PostConstruct
    void open() {
        open(installed.stream().toList(), threads);
    }

    void open(List<Check> all, ThreadFactory factory) {
        var pool = new ThreadPoolExecutor(AT_ONCE, AT_ONCE, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(), factory);
        pool.allowCoreThreadTimeOut(true);
        workers = pool;
        checks = all;
    }

    @PreDestroy
    void close() {
        workers.shutdownNow();
    }

    /** How the installation is now. */
    public Report examine() {
        return current().join();
    }

    private synchronized CompletableFuture<Report> current() {
        var running = visit;
        if (running == null || running.isDone()) {
            running = begin();
            visit = running;
        }
        return running;
    }

    private CompletableFuture<Report> begin() {
        boolean answers = store.answers();
        var items = checks.stream().map(check -> item(check, answers)).toList();
        return CompletableFuture.allOf(items.toArray(CompletableFuture[]::new)).thenApply(done -> report(items));
    }

    private static Report report(List<CompletableFuture<Report.Item>> items) {
        return new Report(
                Instant.now(Clock.systemUTC()),
                items.stream().map(CompletableFuture::join).toList());
    }

    private CompletableFuture<Report.Item> item(Check check, boolean storeAnswers) {
        var name = check.name();
        if (check.asksPostgres() && !storeAnswers) {
            return CompletableFuture.completedFuture(new Report.Item(name, NOT_ASKED));
        }
        var finding = new CompletableFuture<Finding>();
        workers.execute(() -> ask(check, finding));
        return finding.completeOnTimeout(TOO_SLOW, patience.toMillis(), TimeUnit.MILLISECONDS)
                .thenApply(found -> new Report.Item(name, found));
    }

    private static void ask(Check check, CompletableFuture<Finding> finding) {
        if (finding.isDone()) {
            return; // nobody waits any more
        }
        try {
            finding.complete(check.run());
        } catch (RejectedException outOfReach) {
            finding.complete(NO_ANSWER);
        } catch (RuntimeException | LinkageError e) { // its text may hold a secret, such as a password in an address
            LOG.log(System.Logger.Level.WARNING, "the check " + check.name() + " failed", e);
            finding.complete(BROKEN);
        }
    }
}
