package io.parlance.core.imports;

import java.util.Locale;

/** How far an import is. */
public enum ImportStatus {
    /** Others come first. */
    WAITING,
    RUNNING,
    /** Every row was looked at; some may have been refused. */
    FINISHED,
    /** What was stored up to then stays; the same file may be sent again. */
    FAILED,
    /** The server stopped under it. What was stored stays; the same file may be sent again. */
    INTERRUPTED;

    /** As it is stored and shown. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ImportStatus of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
