package io.parlance.admin.rows;

import io.parlance.core.problem.RejectedException;
import io.parlance.rest.StorableText;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What holds for the cells of a row, whatever the format. */
final class Cells {
    private Cells() {}

    /** Adds a cell; an empty one says nothing. */
    static void add(Map<String, String> columns, String name, String text) {
        if (!text.isEmpty()) {
            columns.put(name, text);
        }
    }

    /** What keeps the cells from being stored; null where nothing does. */
    static @Nullable String fault(Map<String, String> columns) {
        try {
            columns.values().forEach(StorableText::check);
            return null;
        } catch (RejectedException e) {
            return e.detail();
        }
    }
}
