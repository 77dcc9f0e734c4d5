package io.parlance.admin;

import io.parlance.ops.doctor.Report;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the installation is.
 *
 * @param state the worst of all items but those that are unknown: {@code ok}, {@code warning} or {@code failed}; unknown if all are
 */
public record DoctorBody(String state, Instant checkedAt, List<Item> items) {
    /**
     * One check.
     *
     * @param remedy null where nothing need be done
     */
    public record Item(String name, String state, String cause, @Nullable String remedy) {}

    static DoctorBody of(Report report) {
        var items = report.items().stream()
                .map(item -> new Item(
                        item.name(),
                        item.finding().state().word(),
                        item.finding().cause(),
                        item.finding().remedy()))
                .toList();
        return new DoctorBody(report.state().word(), report.checkedAt(), items);
    }
}
