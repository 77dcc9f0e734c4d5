package io.parlance.core.imports;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The rows of a file, one after the other. Closing gives the file up. */
public interface ImportRows extends Closeable {
    /**
     * The next row; null behind the last one.
     *
     * @throws io.parlance.core.problem.RejectedException where the rest of the file cannot be read, for people
     */
    @Nullable
    ImportRow next() throws IOException;
}
