package io.parlance.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The results as a table for people and as JSON for programs. */
record Report(Environment environment, List<Outcome> outcomes) {
    private static final List<String> HEADINGS =
            List.of("bar", "what", "ours", "anchor", "ratio", "min-max", "must", "goal", "foreign", "verdict");

    /** Lines of equal columns. */
    String text() {
        var rows = rows();
        var widths = IntStream.range(0, HEADINGS.size())
                .map(i ->
                        rows.stream().mapToInt(row -> row.get(i).length()).max().orElse(0))
                .toArray();
        return rows.stream()
                .map(row -> IntStream.range(0, widths.length)
                        .mapToObj(i ->
                                row.get(i) + " ".repeat(widths[i] - row.get(i).length()))
                        .collect(Collectors.joining("  "))
                        .stripTrailing())
                .collect(Collectors.joining("\n", environment.text() + "\n\n", "\n" + notes("")));
    }

    String markdown() {
        var rows = rows().stream()
                .map(row -> "| " + String.join(" | ", row) + " |")
                .collect(Collectors.toCollection(ArrayList::new));
        rows.add(1, "|" + "---|".repeat(HEADINGS.size()));
        return environment.text() + "\n\n" + String.join("\n", rows) + "\n\n" + notes("* ");
    }

    String json() {
        var document = new LinkedHashMap<String, Object>();
        document.put("environment", environment);
        document.put("results", outcomes.stream().map(Report::members).toList());
        try {
            return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean isFatal() {
        return outcomes.stream().anyMatch(Outcome::isFatal);
    }

    private List<List<String>> rows() {
        var rows = new ArrayList<List<String>>();
        rows.add(HEADINGS);
        outcomes.forEach(outcome -> rows.add(row(outcome)));
        return rows;
    }

    private static List<String> row(Outcome outcome) {
        var ratio = outcome.ratio();
        return List.of(
                outcome.bar().label(),
                outcome.bar().what(),
                outcome.ours(),
                outcome.anchor(),
                Format.number(ratio.median()),
                Format.number(ratio.min()) + "-" + Format.number(ratio.max()),
                outcome.bar().must(),
                outcome.bar().goal(),
                Format.number(outcome.foreign()),
                outcome.verdictText());
    }

    private String notes(String bullet) {
        return outcomes.stream()
                .filter(outcome -> !outcome.note().isEmpty())
                .map(outcome -> bullet + outcome.bar().label() + ": " + outcome.note() + "\n")
                .collect(Collectors.joining());
    }

    private static Map<String, Object> members(Outcome outcome) {
        var members = new LinkedHashMap<String, Object>();
        members.put("bar", outcome.bar().label());
        members.put("what", outcome.bar().what());
        members.put("ours", outcome.ours());
        members.put("anchor", outcome.anchor());
        members.put("ratio", finite(outcome.ratio().median()));
        members.put("min", finite(outcome.ratio().min()));
        members.put("max", finite(outcome.ratio().max()));
        members.put("must", outcome.bar().must());
        members.put("goal", outcome.bar().goal());
        members.put("gated", outcome.bar().isGated());
        members.put("foreign", finite(outcome.foreign()));
        members.put("noisy", outcome.noisy());
        members.put("verdict", outcome.verdict().name());
        members.put("note", outcome.note());
        return members;
    }

    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
