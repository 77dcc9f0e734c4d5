package io.parlance.core.message;

import io.parlance.core.config.Configuration;
import io.parlance.core.config.CoreKey;
import io.parlance.core.figure.FigureSource;
import io.parlance.core.figure.Figures;
import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The threads that write submissions from one {@link Backlog}. Outcomes are told on other threads, so that a slow client of one request never holds up the commits of others.
 */
@ApplicationScoped
class MessageWriters implements FigureSource {
    private static final System.Logger LOG = System.getLogger(MessageWriters.class.getName());
    private static final int ANSWERING_THREADS = 16;
    private static final int RETRY_SECONDS = 1;
    private static final int DRAIN_SECONDS = 30;

    @Inject
    Configuration configuration;

    @Inject
    BatchWriter batchWriter;

    @Resource
    ManagedThreadFactory threads;

    private final Backlog backlog = new Backlog();
    private int maxWaiting;
    private List<Thread> running = List.of();
    private Semaphore free = new Semaphore(0);
    private ExecutorService answers = new ThreadPoolExecutor(0, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
    private volatile boolean closed;

    @PostConstruct
    void start() {
        maxWaiting = configuration.count(CoreKey.INTAKE_MAX_WAITING);
        free = new Semaphore(maxWaiting);
        answers = new ThreadPoolExecutor(
                ANSWERING_THREADS,
                ANSWERING_THREADS,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                threads,
                (outcome, stopped) -> outcome.run()); // an outcome is never lost
        running = Stream.generate(() -> threads.newThread(this::run))
                .limit(configuration.count(CoreKey.INTAKE_WRITERS))
                .toList();
        running.forEach(Thread::start);
    }

    CompletableFuture<Receipt> submit(Ticket ticket) {
        if (closed || !free.tryAcquire()) {
            var why = closed ? "the server is stopping" : "too many messages wait to be stored";
            return CompletableFuture.failedFuture(new RejectedException(Reason.OVERLOADED, why, RETRY_SECONDS));
        }
        ticket.outcome().whenComplete((receipt, failure) -> free.release());
        backlog.add(ticket);
        return ticket.outcome();
    }

    /** How many submissions are on their way. */
    int waiting() {
        return maxWaiting - free.availablePermits();
    }

    int maxWaiting() {
        return maxWaiting;
    }

    private void run() {
        while (!closed || free.availablePermits() < maxWaiting) {
            try {
                write(backlog.take());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException | Error e) { // a fault of ours must not end the writer
                LOG.log(System.Logger.Level.ERROR, "a batch could not be brought to an end", e);
            }
        }
    }

    private void write(Batch batch) {
        try {
            batchWriter.write(batch, answers);
        } catch (RuntimeException | Error e) {
            batch.tickets().forEach(ticket -> ticket.fail(e, Runnable::run));
            throw e;
        } finally {
            backlog.done(batch);
        }
    }

    /** Whether all writers are there. One that has ended does not come back. */
    boolean areAlive() {
        return !running.isEmpty() && running.stream().allMatch(Thread::isAlive);
    }

    @Override
    public void tell(Figures figures) {
        int left = free.availablePermits();
        figures.level("intake_waiting", "Requests that wait to be stored or for their outcome.", maxWaiting - left);
        figures.level("intake_waiting_limit", "How many may; more are refused as overloaded.", maxWaiting);
    }

    void drain() {
        closed = true;
        try {
            if (free.tryAcquire(maxWaiting, DRAIN_SECONDS, TimeUnit.SECONDS)) {
                free.release(maxWaiting); // draining twice is harmless
                return;
            }
            LOG.log(
                    System.Logger.Level.WARNING,
                    "{0} submissions were not stored before the server stopped; their outcome is unknown to their clients",
                    maxWaiting - free.availablePermits());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @PreDestroy
    void stop() {
        drain();
        running.forEach(Thread::interrupt);
        var refusal = new RejectedException(Reason.OVERLOADED, "the server is stopping", RETRY_SECONDS);
        backlog.clear().forEach(ticket -> ticket.fail(refusal, Runnable::run));
        answers.shutdown();
    }
}
