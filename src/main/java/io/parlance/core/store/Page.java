package io.parlance.core.store;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a keyset-paged list.
 *
 * @param nextCursor opaque; null on the last page
 */
public record Page<T>(List<T> items, @Nullable String nextCursor) {

    /** Cuts a page out of rows that were fetched with one row more than asked for. */
    public static <T> Page<T> of(List<T> fetched, PageRequest request, Function<T, String> cursor) {
        if (fetched.size() <= request.limit()) {
            return new Page<>(List.copyOf(fetched), null);
        }
        var items = List.copyOf(fetched.subList(0, request.limit()));
        return new Page<>(items, cursor.apply(items.get(items.size() - 1)));
    }

    public <R> Page<R> map(Function<T, R> translation) {
        return new Page<>(items.stream().map(translation).toList(), nextCursor);
    }
}
