package io.parlance.admin;

import io.parlance.core.doctor.Finding;
import io.parlance.ops.doctor.Report;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Collectors;

/** The doctor's report for a terminal: its first word is the state of all, then come the checks, the worst first. */
final class DoctorTable {
    private static final int STATE_WIDTH = 9;

    private DoctorTable() {}

    static String of(Report report) {
        int nameWidth = report.items().stream()
                        .mapToInt(item -> item.name().length())
                        .max()
                        .orElse(0)
                + 2;
        var counts = Arrays.stream(Finding.State.values())
                .map(state -> count(report, state) + " " + state.word())
                .collect(Collectors.joining(", "));
        return report.state().word() + " at " + report.checkedAt() + ": " + counts + "\n\n"
                + report.items().stream()
                        .sorted(Comparator.comparing(item -> item.finding().state(), Comparator.reverseOrder()))
                        .map(item -> row(item, nameWidth))
                        .collect(Collectors.joining());
    }

    private static long count(Report report, Finding.State state) {
        return report.items().stream()
                .filter(item -> item.finding().state() == state)
                .count();
    }

    private static String row(Report.Item item, int nameWidth) {
        var finding = item.finding();
        var first = pad(finding.state().word(), STATE_WIDTH) + pad(item.name(), nameWidth) + finding.cause() + "\n";
        return finding.remedy() == null
                ? first
                : first + " ".repeat(STATE_WIDTH + nameWidth) + "-> " + finding.remedy() + "\n";
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}
