package io.parlance.core.dialect;

import java.util.List;

/**
 * A switch of an application: either one of some words, or a whole number of a range.
 *
 * @param allowed the words; empty for a number
 */
public record Setting(String name, List<String> allowed, int least, int most) {
    private static final int MOST = 999_999_999;

    public static Setting oneOf(String name, String... words) {
        return new Setting(name, List.of(words), 0, 0);
    }

    public static Setting wholeNumber(String name) {
        return wholeNumber(name, 0, MOST);
    }

    public static Setting wholeNumber(String name, int least, int most) {
        return new Setting(name, List.of(), least, most);
    }

    /** Whether a value, as text, makes sense. */
    public boolean takes(String value) {
        return allowed.isEmpty() ? value.matches("[0-9]{1,9}") && isInRange(value) : allowed.contains(value);
    }

    private boolean isInRange(String digits) {
        int number = Integer.parseInt(digits);
        return number >= least && number <= most;
    }

    /** The number that a value is, as text; the other one where it makes no sense. */
    public int number(String value, int otherwise) {
        return takes(value) ? Integer.parseInt(value) : otherwise;
    }

    /** For people. */
    public String expectation() {
        if (!allowed.isEmpty()) {
            return "must be one of " + String.join(", ", allowed);
        }
        return most == MOST
                ? "must be a whole number from " + least + " on"
                : "must be a whole number from " + least + " to " + most;
    }
}
