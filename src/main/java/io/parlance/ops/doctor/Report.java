package io.parlance.ops.doctor;

import io.parlance.core.doctor.Finding;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** What the doctor found at one moment; the items are in the order of their names. */
public record Report(Instant checkedAt, List<Item> items) {
    public Report {
        items = items.stream().sorted(Comparator.comparing(Item::name)).toList();
    }

    /** A check by its name, with its finding. */
    public record Item(String name, Finding finding) {}

    /** The worst of all findings that tell something; what cannot be told makes nothing worse. */
    public Finding.State state() {
        return items.stream()
                .map(item -> item.finding().state())
                .filter(state -> state != Finding.State.UNKNOWN)
                .max(Comparator.naturalOrder())
                .orElse(Finding.State.UNKNOWN);
    }
}
