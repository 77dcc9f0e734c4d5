package io.parlance.core.imports;

import io.parlance.core.message.MessageDraft;
import io.parlance.core.message.MessageIntake;
import io.parlance.core.message.Submission;
import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Runs imports in the background, one at a time on each node, so that they leave room for what clients send. */
@ApplicationScoped
public class Imports {
    private static final System.Logger LOG = System.getLogger(Imports.class.getName());
    private static final int MOST_WAITING = 16;
    private static final int RETRY_SECONDS = 60;
    private static final int STOP_SECONDS = 20;

    @Inject
    ImportJobs jobs;

    @Inject
    MessageIntake intake;

    @Resource
    ManagedThreadFactory threads;

    private final Map<UUID, ImportJob> own = new ConcurrentHashMap<>();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private ThreadPoolExecutor worker = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(1));

    @PostConstruct
    void open() {
        worker = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_WAITING), threads);
    }

    /** Begins an import and returns; refuses if too many are waiting. */
    public ImportJob start(ImportOrder order) {
        var job = jobs.create(order.tenantId(), order.dialect(), order.type());
        own.put(job.id(), job);
        try {
            worker.execute(() -> run(order, job));
        } catch (RejectedExecutionException e) {
            own.remove(job.id());
            close(order);
            jobs.note(job, ImportStatus.FAILED, ImportCounts.NONE, "too many imports were waiting");
            throw new RejectedException(Reason.OVERLOADED, "too many imports are waiting", RETRY_SECONDS);
        }
        return job;
    }

    /** Tells the other nodes that those of this node are being worked on; a timer calls this. */
    public void beat() {
        if (!own.isEmpty()) {
            jobs.seen(own.values());
        }
    }

    /** Ends what is running after its batch, and notes it and all that wait as interrupted. */
    public void stop() {
        stopping.countDown();
        worker.shutdown();
        try {
            if (!worker.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                LOG.log(System.Logger.Level.WARNING, "an import did not stop in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(ImportOrder order, ImportJob job) {
        try {
            new ImportRun(order, job, jobs, drafts -> store(order, drafts), stopping).run();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "import " + job.id() + " ended by a fault", e);
            fail(job);
        } finally {
            own.remove(job.id());
            close(order);
        }
    }

    private static void close(ImportOrder order) {
        try {
            order.rows().close();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "an imported file was not given up", e);
        }
    }

    /** The rows it had stored stay counted as they were noted last. */
    private void fail(ImportJob job) {
        try {
            var last = jobs.require(job.tenantId(), job.id());
            jobs.note(job, ImportStatus.FAILED, last.rows(), "a fault of the server; see its log for " + job.id());
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "the end of an import could not be noted", e);
        }
    }

    private int store(ImportOrder order, List<MessageDraft> drafts) {
        var before = Instant.now(Clock.systemUTC()).truncatedTo(ChronoUnit.MICROS);
        try {
            var receipt = intake.accept(Submission.of(order.tenantId(), order.dialect(), drafts))
                    .toCompletableFuture()
                    .join();
            return (int) receipt.messages().stream()
                    .filter(message -> !message.createdAt().isBefore(before))
                    .map(message -> message.id())
                    .distinct()
                    .count();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RejectedException refusal ? refusal : e;
        }
    }
}
