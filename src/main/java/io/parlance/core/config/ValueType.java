package io.parlance.core.config;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/**
 * What a value may be.
 *
 * @param unit for people: {@code bytes}, {@code seconds}, {@code text}
 * @param least of a number, or the characters a secret has at least
 * @param most of a number
 * @param words what a choice allows, or how an address begins
 */
public record ValueType(Form form, String unit, long least, long most, List<String> words) {
    /** The kinds of values. */
    public enum Form {
        NUMBER,
        CHOICE,
        TEXT,
        URL,
        DIRECTORY,
        SECRET
    }

    public static ValueType number(String unit, long least, long most) {
        return new ValueType(Form.NUMBER, unit, least, most, List.of());
    }

    public static ValueType bytes(long least, long most) {
        return number("bytes", least, most);
    }

    public static ValueType seconds(long least, long most) {
        return number("seconds", least, most);
    }

    public static ValueType flag() {
        return choice("true", "false");
    }

    public static ValueType choice(String... words) {
        return new ValueType(Form.CHOICE, String.join(" or ", words), 0, 0, List.of(words));
    }

    /** Anything but nothing. */
    public static ValueType text(String unit) {
        return new ValueType(Form.TEXT, unit, 0, 0, List.of());
    }

    public static ValueType url(String... beginnings) {
        return new ValueType(Form.URL, "address", 0, 0, List.of(beginnings));
    }

    /** One that is there. */
    public static ValueType directory() {
        return new ValueType(Form.DIRECTORY, "directory", 0, 0, List.of());
    }

    /** Never shown; it may come from a file. */
    public static ValueType secret(int leastCharacters) {
        return new ValueType(Form.SECRET, "secret", leastCharacters, 0, List.of());
    }

    public boolean isSecret() {
        return form == Form.SECRET;
    }

    /** Whether a value makes sense. */
    public boolean takes(String value) {
        return !value.isBlank() && isFit(value);
    }

    private boolean isFit(String value) {
        return switch (form) {
            case NUMBER -> value.matches("[0-9]{1,18}") && isInRange(Long.parseLong(value));
            case CHOICE -> words.contains(value);
            case TEXT -> true;
            case URL -> words.stream().anyMatch(value::startsWith);
            case DIRECTORY -> isDirectory(value);
            case SECRET -> value.length() >= least;
        };
    }

    /** What a value must be, for people. */
    public String expectation() {
        return switch (form) {
            case NUMBER -> "must be a whole number from " + least + " to " + most + " (" + unit + ")";
            case CHOICE -> "must be " + unit;
            case TEXT -> "must not be empty";
            case URL -> "must begin with " + String.join(" or ", words);
            case DIRECTORY -> "must be a directory that exists";
            case SECRET -> least == 0 ? "must not be empty" : "must have at least " + least + " characters";
        };
    }

    private boolean isInRange(long number) {
        return number >= least && number <= most;
    }

    private static boolean isDirectory(String value) {
        try {
            return Files.isDirectory(Path.of(value));
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
