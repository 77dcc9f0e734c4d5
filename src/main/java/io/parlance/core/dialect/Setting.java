package io.parlance.core.dialect;

import java.util.List;

/**
 * A switch of an application: either one of some words, or a whole number from 0 on.
 *
 * @param allowed the words; empty for a number
 */
public record Setting(String name, List<String> allowed) {
    public static Setting oneOf(String name, String... words) {
        return new Setting(name, List.of(words));
    }

    public static Setting wholeNumber(String name) {
        return new Setting(name, List.of());
    }

    /** Whether a value, as text, makes sense. */
    public boolean takes(String value) {
        return allowed.isEmpty() ? value.matches("[0-9]{1,9}") : allowed.contains(value);
    }

    /** The number that a value is, as text; the other one where it makes no sense. */
    public int number(String value, int otherwise) {
        return takes(value) ? Integer.parseInt(value) : otherwise;
    }

    /** For people. */
    public String expectation() {
        return allowed.isEmpty() ? "must be a whole number from 0 on" : "must be one of " + String.join(", ", allowed);
    }
}
