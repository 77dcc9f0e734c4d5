package io.parlance.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the command line asks for.
 *
 * @param only names of bars; empty for all
 * @param rounds slices of each work in a case
 */
record Options(Scale scale, Set<String> only, int rounds, Duration slice) {
    /** How many rows the cases that are about volume take. */
    enum Scale {
        QUICK(1_000_000, 200_000, Duration.ofSeconds(150)),
        FULL(10_000_000, 1_000_000, Duration.ofMinutes(2));

        final int storedMessages;
        final int memoryMessages;
        final Duration longestWarmUp;

        Scale(int storedMessages, int memoryMessages, Duration longestWarmUp) {
            this.storedMessages = storedMessages;
            this.memoryMessages = memoryMessages;
            this.longestWarmUp = longestWarmUp;
        }
    }

    static Options from(Properties properties) {
        var scale = properties.getProperty("bench", "quick");
        var only = properties.getProperty("bench.only", "all");
        return new Options(
                scale(scale),
                only.equals("all") || only.isBlank() ? Set.of() : names(only),
                positive(properties, "bench.pairs", "5"),
                Duration.ofSeconds(positive(properties, "bench.seconds", "3")));
    }

    boolean wants(Bar bar) {
        return only.isEmpty() || only.contains(bar.label());
    }

    private static Scale scale(String name) {
        return Arrays.stream(Scale.values())
                .filter(scale -> scale.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("bench is quick or full, not " + name));
    }

    private static Set<String> names(String list) {
        var names = Arrays.stream(list.split(",")).map(String::strip).collect(Collectors.toSet());
        var known = Arrays.stream(Bar.values()).map(Bar::label).toList();
        for (var name : names) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException("bench.only knows " + String.join(", ", known) + ", not " + name);
            }
        }
        return names;
    }

    private static int positive(Properties properties, String key, String otherwise) {
        var text = properties.getProperty(key, otherwise);
        if (!text.matches("[1-9]\\d{0,3}")) {
            throw new IllegalArgumentException(key + " is a number from 1 to 9999, not " + text);
        }
        return Integer.parseInt(text);
    }
}
