package io.parlance.core.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;

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
                .executor(Runnable::run)
                .maximumSize(capacity)
                .expireAfterWrite(FRESH)
                .build();
    }

    public V get(K key, Function<K, V> load) {
        return values.get(new Remembered<>(generation.get(), key), wanted -> load.apply(wanted.key()));
    }

    /** The values of those keys that have one, looked up at once where they are not remembered; a miss is not remembered. */
    public Map<K, V> getAll(Set<K> keys, Function<Set<K>, Map<K, V>> load) {
        long now = generation.get();
        var found = values.getAll(
                keys.stream().map(key -> new Remembered<>(now, key)).toList(),
                missing -> keyed(now, load.apply(plain(missing))));
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

    /** Forgets everything on this node; a look-up that is under way is not remembered for those who ask from now on. */
    public void forget() {
        generation.incrementAndGet();
        values.invalidateAll();
    }
}
