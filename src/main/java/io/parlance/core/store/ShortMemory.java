package io.parlance.core.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.parlance.core.figure.Figures;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Remembers what was looked up for two seconds, misses included, so that a busy key costs one query in that time and a change
 * made on another node counts well within five. Thread-safe.
 */
public final class ShortMemory<K, V> {
    private static final Duration FRESH = Duration.ofSeconds(2);

    private final AtomicLong generation = new AtomicLong();
    private final LongAdder asked = new LongAdder();
    private final LongAdder missed = new LongAdder();
    private final Cache<Remembered<K>, V> values;

    private record Remembered<K>(long generation, K key) {}

    public ShortMemory(int capacity) {
        values = Caffeine.newBuilder()
                .executor(Runnable::run)
                .maximumSize(capacity)
                .expireAfterWrite(FRESH)
                .build();
    }

    public V get(K key, Function<K, V> load) {
        asked.increment();
        return values.get(new Remembered<>(generation.get(), key), wanted -> {
            missed.increment();
            return load.apply(wanted.key());
        });
    }

    /** The values of those keys that have one, looked up at once where they are not remembered; a miss is not remembered. */
    public Map<K, V> getAll(Set<K> keys, Function<Set<K>, Map<K, V>> load) {
        asked.add(keys.size());
        long now = generation.get();
        var found = values.getAll(
                keys.stream().map(key -> new Remembered<>(now, key)).toList(), missing -> {
                    missed.add(missing.size());
                    return keyed(now, load.apply(plain(missing)));
                });
        return found.entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().key(), Map.Entry::getValue));
    }

    private static <K> Set<K> plain(Set<? extends Remembered<K>> remembered) {
        return remembered.stream().map(Remembered::key).collect(Collectors.toSet());
    }

    private static <K, V> Map<Remembered<K>, V> keyed(long now, Map<K, V> loaded) {
        return loaded.entrySet().stream()
                .collect(Collectors.toMap(entry -> new Remembered<>(now, entry.getKey()), Map.Entry::getValue));
    }

    /** Tells how often this memory, named so, spared a look-up, and how often not. */
    public void tell(Figures figures, String name) {
        long misses = missed.sum();
        var help = "Look-ups by what a short memory made of them: remembered (hit), or asked of the database (miss).";
        figures.count("cache_lookups", help, Math.max(0, asked.sum() - misses), "cache", name, "result", "hit");
        figures.count("cache_lookups", help, misses, "cache", name, "result", "miss");
    }

    /** Forgets everything on this node; a look-up that is under way is not remembered for those who ask from now on. */
    public void forget() {
        generation.incrementAndGet();
        values.invalidateAll();
    }
}
