package io.parlance.core.log;

import java.util.Map;

/**
 * The fields of the line that this thread is logging, such as the id of the request. They are there only while it is logged,
 * so that no line can have those of an earlier request that the same thread served.
 */
public final class LogFields {
    private static final ThreadLocal<Map<String, String>> CURRENT = new ThreadLocal<>();

    private LogFields() {}

    /** Has something logged with these fields. */
    public static void with(Map<String, String> fields, Runnable log) {
        CURRENT.set(fields);
        try {
            log.run();
        } finally {
            CURRENT.remove();
        }
    }

    /** The fields of the line that is being logged by this thread; none outside {@link #with}. */
    public static Map<String, String> current() {
        var fields = CURRENT.get();
        return fields == null ? Map.of() : fields;
    }
}
