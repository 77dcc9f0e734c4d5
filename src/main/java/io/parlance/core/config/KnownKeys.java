package io.parlance.core.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells keys of ours from those that only look so: most likely somebody typed them wrongly. */
public final class KnownKeys {
    /** So much of a name may be wrong for a guess. */
    private static final int SHARE_WRONG = 3;

    private final List<KeyFacts> keys;

    public KnownKeys(Collection<? extends ConfigKey> keys) {
        this.keys = keys.stream().map(ConfigKey::facts).toList();
    }

    /** What to tell people about a name below {@code parlance} that has no effect; nothing where it is a key. */
    public Optional<String> complaint(String name, String source) {
        if (names().anyMatch(known -> known.equals(name) || isVariable(name, known))) {
            return Optional.empty();
        }
        var advice = nearest(name)
                .map(key ->
                        "did you mean " + key.name() + ", which " + key.type().expectation() + "?")
                .orElse("server-config/parlance.properties lists the settings there are");
        return Optional.of(name + " (" + source + ") is no setting of Parlance and has no effect; " + advice);
    }

    private Stream<String> names() {
        return keys.stream()
                .flatMap(key -> key.type().isSecret() ? Stream.of(key.name(), key.fileKey()) : Stream.of(key.name()));
    }

    private static boolean isVariable(String name, String key) {
        return name.indexOf('.') < 0 && name.equalsIgnoreCase(ServerSources.variable(key));
    }

    private Optional<KeyFacts> nearest(String name) {
        var wanted = bare(name);
        return keys.stream()
                .filter(key -> distance(wanted, bare(key.name())) <= wanted.length() / SHARE_WRONG)
                .min(Comparator.comparing(key -> distance(wanted, bare(key.name()))));
    }

    /** Without what people forget most: dots, hyphens, the common beginning. */
    private static String bare(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "").replaceFirst("^parlance", "");
    }

    /** How many letters to add, leave out or replace (Levenshtein). */
    private static int distance(String one, String other) {
        var row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
