package io.parlance.core.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Tells keys of ours from those that only look so: most likely somebody typed them wrongly. */
public final class KnownKeys {
    /** So much of a name may be wrong for a guess. */
    private static final int SHARE_WRONG = 3;

    /** Names, and what their values must be. */
    private final Map<String, String> keys = new LinkedHashMap<>();

    public KnownKeys(Collection<? extends ConfigKey> keys) {
        for (var key : keys) {
            var facts = key.facts();
            this.keys.put(facts.name(), facts.type().expectation());
            if (facts.type().isSecret()) {
                this.keys.put(facts.fileKey(), "must name a file that the server may read");
            }
        }
    }

    /** What to tell people about a name below {@code parlance} that has no effect; nothing where it is a key. */
    public Optional<String> complaint(String name, String source) {
        if (keys.keySet().stream().anyMatch(known -> known.equals(name) || isVariable(name, known))) {
            return Optional.empty();
        }
        var advice = nearest(name)
                .map(meant -> "did you mean " + meant + ", which " + keys.get(meant) + "?")
                .orElse("server-config/parlance.properties lists the settings there are.");
        return Optional.of(name + " (" + source + ") is no setting of Parlance and has no effect; " + advice);
    }

    private static boolean isVariable(String name, String key) {
        return name.indexOf('.') < 0 && name.equalsIgnoreCase(ServerSources.variable(key));
    }

    private Optional<String> nearest(String name) {
        var wanted = bare(name);
        return keys.keySet().stream()
                .filter(key -> distance(wanted, bare(key)) <= wanted.length() / SHARE_WRONG)
                .min(Comparator.comparing(key -> distance(wanted, bare(key))));
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
