package io.parlance.core.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * Remembers what was looked up for two seconds, misses included, so that a busy key costs one query in that time and a change
 * made on another node counts well within five. Thread-safe.
 */
public final class ShortMemory<K, V> {
    private static final Duration FRESH = Duration.ofSeconds(2);

    private final AtomicLong generation = new AtomicLong();
    private final Cache<Remembered<K>, V> values;

    private record Remembered<K>(long generation, K key) {}

    public ShortMemory(int capacity) {
        values = Caffeine.newBuilder()
                .maximumSize(capacity)
                .expireAfterWrite(FRESH)
                .build();
    }

    public V get(K key, Function<K, V> load) {
        return values.get(new Remembered<>(generation.get(), key), wanted -> load.apply(wanted.key()));
    }

    /** Forgets everything on this node; a look-up that is under way is not remembered for those who ask from now on. */
    public void forget() {
        generation.incrementAndGet();
        values.invalidateAll();
    }
}
