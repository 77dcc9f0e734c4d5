package io.parlance.core.message;

import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The threads that write submissions, each with a lane of its own: the messages of a thread always go to the same writer.
 * Outcomes are told on other threads, so that a slow client of one request never holds up the commits of others.
 */
@ApplicationScoped
class MessageWriters {
    private static final System.Logger LOG = System.getLogger(MessageWriters.class.getName());
    private static final int MAX_WRITERS = 16;
    private static final int ANSWERING_THREADS = 16;
    private static final int RETRY_SECONDS = 1;
    private static final int DRAIN_SECONDS = 30;

    @Inject
    @ConfigProperty(name = "parlance.intake.writers", defaultValue = "2")
    int writers;

    @Inject
    @ConfigProperty(name = "parlance.intake.max-waiting", defaultValue = "4096")
    int maxWaiting;

    @Inject
    BatchWriter batchWriter;

    @Resource
    ManagedThreadFactory threads;

    private final Lock shortTurn = new ReentrantLock(true);
    private List<Lane> lanes = List.of();
    private List<Thread> running = List.of();
    private Semaphore free = new Semaphore(0);
    private ExecutorService answers = new ThreadPoolExecutor(0, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
    private volatile boolean closed;

    @PostConstruct
    void start() {
        if (writers < 1 || writers > MAX_WRITERS || maxWaiting < 1) {
            throw new IllegalStateException("parlance.intake.writers must be 1 to " + MAX_WRITERS
                    + " and parlance.intake.max-waiting at least 1");
        }
        free = new Semaphore(maxWaiting);
        answers = new ThreadPoolExecutor(
                ANSWERING_THREADS,
                ANSWERING_THREADS,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                threads,
                (outcome, stopped) -> outcome.run()); // an outcome is never lost
        lanes = IntStream.range(0, writers).mapToObj(Lane::new).toList();
        running = lanes.stream().map(lane -> threads.newThread(() -> run(lane))).toList();
        running.forEach(Thread::start);
    }

    CompletableFuture<Receipt> submit(Ticket ticket) {
        if (closed || !free.tryAcquire()) {
            var why = closed ? "the server is stopping" : "too many messages wait to be stored";
            return CompletableFuture.failedFuture(new RejectedException(Reason.OVERLOADED, why, RETRY_SECONDS));
        }
        ticket.outcome().whenComplete((receipt, failure) -> free.release());
        lanes.get(involved(ticket)[0]).add(ticket);
        return ticket.outcome();
    }

    /** The lanes of the threads of a submission, in ascending order. */
    private int[] involved(Ticket ticket) {
        var ids = ticket.threadIds();
        if (ids.size() == 1) {
            return new int[] {number(ids.iterator().next())};
        }
        var involved = ids.stream().mapToInt(this::number).distinct().sorted().toArray();
        return involved.length == 0 ? new int[] {0} : involved;
    }

    private int number(UUID threadId) {
        return Math.floorMod(threadId.hashCode(), writers);
    }

    private void run(Lane lane) {
        while (!closed || free.availablePermits() < maxWaiting) {
            try {
                lane.await();
                takeTurn(lane);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException | Error e) { // a fault of ours must not end the writer
                LOG.log(System.Logger.Level.ERROR, "a batch could not be brought to an end", e);
            }
        }
    }

    /**
     * A short batch waits until no other short one is on its way, and grows meanwhile: writers that alternate share commits,
     * those that race split them.
     */
    private void takeTurn(Lane lane) {
        if (!lane.isShort()) {
            write(lane, lane.take());
            return;
        }
        shortTurn.lock();
        try {
            write(lane, lane.take());
        } finally {
            shortTurn.unlock();
        }
    }

    /**
     * Writes in turn with the other writers whose threads the batch has, too. A submission lies in its lowest lane, so turns
     * are always taken in ascending order and nobody waits in a circle.
     */
    private void write(Lane lane, Batch batch) {
        var others = batch.tickets().stream()
                .flatMapToInt(ticket -> IntStream.of(involved(ticket)))
                .filter(number -> number != lane.number())
                .distinct()
                .sorted()
                .mapToObj(lanes::get)
                .toList();
        lane.turn().lock();
        others.forEach(other -> other.turn().lock());
        try {
            batchWriter.write(batch, answers);
        } catch (RuntimeException | Error e) {
            batch.tickets().forEach(ticket -> ticket.fail(e, Runnable::run));
            throw e;
        } finally {
            others.forEach(other -> other.turn().unlock());
            lane.turn().unlock();
        }
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
        lanes.forEach(lane -> lane.waiting().forEach(ticket -> ticket.fail(refusal, Runnable::run)));
        answers.shutdown();
    }
}
