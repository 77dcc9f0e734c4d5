package io.parlance.core.imports;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of a file.
 *
 * @param number counts the rows from 1
 * @param line where it begins in the file, from 1
 * @param columns what it says, by the names of the columns; those that say nothing are not there
 * @param fault what is wrong with a row that could not be read, for people; null for all others
 */
public record ImportRow(long number, long line, Map<String, String> columns, @Nullable String fault) {
    public static ImportRow of(long number, long line, Map<String, String> columns) {
        return new ImportRow(number, line, columns, null);
    }

    public static ImportRow unreadable(long number, long line, String fault) {
        return new ImportRow(number, line, Map.of(), fault);
    }
}
