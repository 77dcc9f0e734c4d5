package io.parlance.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ShortMemoryTest {
    private final ShortMemory<String, Integer> memory = new ShortMemory<>(10);
    private final AtomicInteger loads = new AtomicInteger();

    private int load(String key) {
        return loads.incrementAndGet();
    }

    @Test
    void looksUpOnce() {
        assertThat(memory.get("a", this::load)).isEqualTo(1);
        assertThat(memory.get("a", this::load)).isEqualTo(1);
        assertThat(memory.get("b", this::load)).isEqualTo(2);
    }

    @Test
    void looksUpAgainOnceItForgot() {
        memory.get("a", this::load);

        memory.forget();

        assertThat(memory.get("a", this::load)).isEqualTo(2);
    }

    @Test
    void doesNotRememberALookUpThatBeganBeforeItForgot() {
        var stale = memory.get("a", key -> {
            memory.forget();
            return load(key);
        });

        assertThat(stale).isEqualTo(1);
        assertThat(memory.get("a", this::load)).isEqualTo(2);
    }

    @Test
    void looksUpTogetherWhatItDoesNotRemember() {
        memory.getAll(Set.of("a"), keys -> Map.of("a", load("a")));

        var found = memory.getAll(Set.of("a", "b"), keys -> {
            assertThat(keys).containsExactly("b");
            return Map.of("b", load("b"));
        });

        assertThat(found).isEqualTo(Map.of("a", 1, "b", 2));
    }

    @Test
    void doesNotRememberThatSomethingWasNotThere() {
        assertThat(memory.getAll(Set.of("a"), keys -> Map.of())).isEmpty();
        assertThat(memory.getAll(Set.of("a"), keys -> Map.of("a", load("a")))).containsEntry("a", 1);
    }
}
