package io.parlance.rest;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the {@code Accept} headers of a request ask for: media ranges, without parameters, with their qualities. Takes what
 * real clients send, such as {@code *} and {@code q=.2}, and passes over what is no media range.
 */
public record Accept(Map<String, Double> ranges) {
    private static final String ANYTHING = "*/*";
    private static final Pattern RANGE = Pattern.compile("[\\w!#$&^.+*-]+/[\\w!#$&^.+*-]+");
    private static final Pattern QUALITY = Pattern.compile("0?\\.[0-9]{1,9}|0\\.?|1(\\.0*)?");

    /** No header at all asks for anything. */
    public static Accept of(Collection<String> headers) {
        var ranges = new LinkedHashMap<String, Double>();
        boolean silent = true;
        for (var header : headers) {
            silent &= header.isBlank();
            for (var part : header.split(",", -1)) {
                add(part, ranges);
            }
        }
        return new Accept(silent ? Map.of(ANYTHING, 1.0) : ranges);
    }

    private static void add(String part, Map<String, Double> ranges) {
        var fields = part.split(";");
        var written = fields.length == 0 ? "" : fields[0].strip().toLowerCase(Locale.ROOT);
        var range = written.equals("*") ? ANYTHING : written;
        if (RANGE.matcher(range).matches()) {
            ranges.merge(range, quality(fields), Math::max);
        }
    }

    /** The quality of a type that is named in full; 0 where it is not. */
    public double named(String type) {
        return ranges.getOrDefault(type, 0.0);
    }

    /** The quality of a type by the most specific range that covers it. */
    public double quality(String type) {
        var family = type.substring(0, type.indexOf('/')) + "/*";
        return ranges.getOrDefault(type, ranges.getOrDefault(family, named(ANYTHING)));
    }

    /** A header that asks for the same and that every parser takes; a type nobody has where nothing is left to ask for. */
    String header() {
        if (ranges.isEmpty()) {
            return "application/octet-stream";
        }
        return ranges.entrySet().stream()
                .map(range -> range.getKey() + ";q=" + String.format(Locale.ROOT, "%.3f", range.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static double quality(String[] fields) {
        for (int i = 1; i < fields.length; i++) {
            var field = fields[i].strip().toLowerCase(Locale.ROOT);
            if (field.startsWith("q=")) {
                return number(field.substring(2).strip());
            }
        }
        return 1;
    }

    private static double number(String text) {
        return QUALITY.matcher(text).matches() ? Double.parseDouble(text) : 1;
    }
}
