package io.parlance.dialect.jitsudo.policy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Strings as policies write them. */
final class CedarString {
    private static final Pattern ESCAPE = Pattern.compile("\\\\(u\\{[0-9a-fA-F]{1,6}\\}|.)", Pattern.DOTALL);

    private CedarString() {}

    static String quote(String value) {
        var quoted = new StringBuilder("\"");
        value.codePoints().forEach(c -> {
            switch (c) {
                case '"', '\\' -> quoted.append('\\').appendCodePoint(c);
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (Character.isISOControl(c)) {
                        quoted.append("\\u{%x}".formatted(c));
                    } else {
                        quoted.appendCodePoint(c);
                    }
                }
            }
        });
        return quoted.append('"').toString();
    }

    /** What the inside of a quoted string means; an escape that is none stays as it is. */
    static String unquote(String inside) {
        return ESCAPE.matcher(inside).replaceAll(match -> Matcher.quoteReplacement(meaning(match.group(1))));
    }

    private static String meaning(String escape) {
        return switch (escape.charAt(0)) {
            case 'n' -> "\n";
            case 'r' -> "\r";
            case 't' -> "\t";
            case '0' -> "\0";
            case 'u' -> escape.length() > 1 ? character(escape) : escape;
            default -> escape;
        };
    }

    private static String character(String escape) {
        int code = Integer.parseInt(escape.substring(2, escape.length() - 1), 16);
        return Character.isValidCodePoint(code) ? Character.toString(code) : escape;
    }
}
