package io.parlance.core.config;

import java.util.StringJoiner;

/** How {@code server-config/parlance.properties} shows a key: what it means, what it takes, its default. */
record PropertiesBlock(KeyFacts key) {
    private static final int WIDTH = 120;

    String text() {
        var lines = new StringJoiner("\n");
        lines.add(comment(key.meaning()));
        lines.add(comment(rules()));
        lines.add("#" + key.name() + "=" + (key.standard() == null ? "" : key.standard()));
        if (key.type().isSecret()) {
            lines.add("#" + key.fileKey() + "=");
        }
        return lines.toString();
    }

    private String rules() {
        var expectation = key.type().expectation();
        var unit = key.type().unit();
        return "[" + (expectation.contains(unit) ? "" : unit + "; ") + expectation
                + (key.atOnce() ? "; changes take effect at once" : "; changes need a restart")
                + (key.guarded() ? "; no start with a wrong value]" : "]");
    }

    private static String comment(String text) {
        var lines = new StringJoiner("\n");
        var line = new StringBuilder("#");
        for (var word : text.split(" ")) {
            if (line.length() + 1 + word.length() > WIDTH) {
                lines.add(line);
                line = new StringBuilder("#");
            }
            line.append(' ').append(word);
        }
        return lines.add(line).toString();
    }
}
