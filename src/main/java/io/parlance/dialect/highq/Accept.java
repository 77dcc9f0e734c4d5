package io.parlance.dialect.highq;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the {@code Accept} headers of a request ask for: media ranges, without parameters, with their qualities. Read by
 * ourselves, because the contract's rule is none that {@code @Produces} can express.
 */
record Accept(Map<String, Double> ranges) {
    private static final String ANYTHING = "*/*";

    static Accept of(List<String> headers) {
        var ranges = new HashMap<String, Double>();
        for (var header : headers) {
            for (var part : header.split(",")) {
                add(part, ranges);
            }
        }
        return new Accept(ranges.isEmpty() ? Map.of(ANYTHING, 1.0) : Map.copyOf(ranges));
    }

    private static void add(String part, Map<String, Double> ranges) {
        var fields = part.split(";");
        var range = fields.length == 0 ? "" : fields[0].strip().toLowerCase(Locale.ROOT);
        if (!range.isEmpty()) {
            ranges.merge(range.equals("*") ? ANYTHING : range, quality(fields), Math::max);
        }
    }

    /** The quality of a type that is named in full; 0 where it is not. */
    double named(String type) {
        return ranges.getOrDefault(type, 0.0);
    }

    /** The quality of a type by the most specific range that covers it. */
    double quality(String type) {
        var family = type.substring(0, type.indexOf('/')) + "/*";
        return ranges.getOrDefault(type, ranges.getOrDefault(family, named(ANYTHING)));
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
        return text.matches("0?\\.[0-9]{1,9}|0\\.?|1(\\.0*)?") ? Double.parseDouble(text) : 1;
    }
}
