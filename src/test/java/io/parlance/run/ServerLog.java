package io.parlance.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The output of a server, read for what it says about its start. */
record ServerLog(Path file) {
    private static final Pattern COLOURS = Pattern.compile("\u001B\\[[0-9;]*m");
    private static final Pattern CAUSE = Pattern.compile("Caused by: (.+)");
    private static final Pattern FRAME = Pattern.compile("\\s+(at|\\.\\.\\.) .*");

    String text() {
        try {
            return COLOURS.matcher(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
                    .replaceAll("");
        } catch (IOException notYetThere) {
            return "";
        }
    }

    String tail(int lines) {
        var all = text().lines().toList();
        return String.join("\n", all.subList(Math.max(0, all.size() - lines), all.size()));
    }

    /** The innermost cause of the first stack trace in the text, or the last line if there is no trace. */
    static String reasonIn(String text) {
        var lines = text.lines().toList();
        var reason = "";
        for (var line : lines) {
            var cause = CAUSE.matcher(line);
            if (cause.find()) {
                reason = cause.group(1).replaceFirst("^(?:[\\w.$]+(?:Exception|Error): )+", "");
            } else if (!reason.isEmpty() && !FRAME.matcher(line).matches()) {
                return reason;
            }
        }
        return reason.isEmpty() ? lastOf(lines) : reason;
    }

    private static String lastOf(List<String> lines) {
        return lines.stream()
                .filter(line -> !line.isBlank())
                .reduce((first, second) -> second)
                .orElse("no output");
    }
}
