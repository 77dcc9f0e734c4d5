package io.parlance.dialect.jitsudo;

import io.parlance.core.store.Page;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A page, as every list of this API answers it. */
public record Listing<T>(List<T> data, @Nullable String next_cursor, boolean has_more) {
    static <R, T> Listing<T> of(Page<R> page, Function<R, T> body) {
        return new Listing<>(page.items().stream().map(body).toList(), page.nextCursor(), page.nextCursor() != null);
    }
}
