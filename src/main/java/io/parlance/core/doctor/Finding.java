package io.parlance.core.doctor;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a check found, in sentences for an administrator.
 *
 * @param cause what is so
 * @param remedy what to do about it; null where nothing need be done
 */
public record Finding(State state, String cause, @Nullable String remedy) {

    /** From the best to the worst. */
    public enum State {
        OK,
        /** It cannot be told from here, or not now, which is no sign of a fault. */
        UNKNOWN,
        /** It works, but not as an installation for others should, or not for long. */
        WARNING,
        /** Messages are refused or may be lost, or strangers may get in. */
        FAILED;

        /** As the admin API writes it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static Finding ok(String cause) {
        return new Finding(State.OK, cause, null);
    }

    public static Finding unknown(String cause, String remedy) {
        return new Finding(State.UNKNOWN, cause, remedy);
    }

    public static Finding warning(String cause, String remedy) {
        return new Finding(State.WARNING, cause, remedy);
    }

    public static Finding failed(String cause, String remedy) {
        return new Finding(State.FAILED, cause, remedy);
    }
}
