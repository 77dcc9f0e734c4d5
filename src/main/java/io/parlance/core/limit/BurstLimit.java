package io.parlance.core.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import io.parlance.core.store.Sql;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.LongSupplier;

/**
 * Lets whoever calls have a burst of requests at once and a steady rate of them after it: a token bucket, kept as the moment
 * at which it is full again. Nodes decide by themselves and tell each other ten times a second what they let pass: what was
 * too much then is paid back, so that the rate holds for all nodes together. Thread-safe; no request waits for another node.
 */
@ApplicationScoped
public class BurstLimit {
    /** How often {@link #exchange} is to be called. */
    public static final Duration EXCHANGE = SharedBursts.DELAY;

    private static final System.Logger LOG = System.getLogger(BurstLimit.class.getName());
    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final int IDLE_MINUTES = 5;

    @Inject
    Sql sql;

    LongSupplier nanoTime = System::nanoTime;

    private final Cache<Counter, Burst> bursts = Caffeine.newBuilder()
            .executor(Runnable::run)
            .maximumSize(1_000_000)
            .expireAfterAccess(Duration.ofMinutes(IDLE_MINUTES))
            .build();

    private final Queue<Burst> toTell = new ConcurrentLinkedQueue<>();

    @SuppressWarnings("NullAway.Init") // by open()
    private SharedBursts shared;

    /**
     * How many requests may come.
     *
     * @param name what is counted; each subject has one count for each name
     * @param perSecond in each second, after the burst
     * @param burst at once
     */
    public record Rate(String name, int perSecond, int burst) {}

    @PostConstruct
    void open() {
        shared = new SharedBursts(sql);
    }

    /** Counts one request; refuses it when the burst is used up and the rate has not made room for another. */
    public void require(UUID tenantId, UUID subjectId, Rate rate) {
        var burst = bursts.get(
                new Counter(tenantId, subjectId, rate.name()), unknown -> new Burst(unknown, nanoTime.getAsLong()));
        long cost = SECOND / rate.perSecond();
        long tooMuch = burst.take(nanoTime, cost, cost * rate.burst());
        if (tooMuch > 0) {
            throw refusal(rate, tooMuch);
        }
        if (burst.mustBeTold()) {
            toTell.add(burst);
        }
    }

    /** Tells the other nodes what this one let pass, and takes in what they did; while PostgreSQL is away, later. */
    public void exchange() {
        var told = new HashMap<Counter, Burst>();
        var used = new HashMap<Counter, Long>();
        for (var burst = toTell.poll(); burst != null; burst = toTell.poll()) {
            told.put(burst.counter(), burst);
            used.merge(burst.counter(), burst.tell(), Long::sum);
        }
        if (told.isEmpty()) {
            return;
        }
        try {
            long asked = nanoTime.getAsLong();
            var left = shared.tell(used);
            told.forEach((counter, burst) -> burst.learn(asked + left.getOrDefault(counter, 0L)));
        } catch (RejectedException outOfReach) {
            LOG.log(System.Logger.Level.DEBUG, "each node counts for itself meanwhile", outOfReach);
            keepUntold(told, used);
        }
    }

    private void keepUntold(Map<Counter, Burst> told, Map<Counter, Long> used) {
        told.forEach((counter, burst) -> {
            burst.keepUntold(used.getOrDefault(counter, 0L));
            if (burst.mustBeTold()) {
                toTell.add(burst);
            }
        });
    }

    /** Forgets, for all nodes, bursts that have long been whole again. */
    public void purge() {
        shared.removeWhole();
    }

    private static RejectedException refusal(Rate rate, long nanosUntilRoom) {
        int seconds = (int) ((nanosUntilRoom + SECOND - 1) / SECOND);
        return new RejectedException(
                Reason.RATE_LIMITED,
                rate.perSecond() + " requests a second after a burst of " + rate.burst() + " are exceeded",
                seconds);
    }
}
