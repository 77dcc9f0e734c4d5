package io.parlance.core.config;

import java.util.regex.Pattern;

/** Values as people may see them. */
final class Shown {
    static final String SET = "(set)";

    private static final int LONGEST = 200;
    private static final Pattern PASSWORD = Pattern.compile("(?i)(password=)[^&]*");
    private static final Pattern USER = Pattern.compile("//[^/@]*@");

    private Shown() {}

    static String of(KeyFacts key, String value) {
        if (key.type().isSecret()) {
            return SET;
        }
        var plain = value.replaceAll("\\p{Cntrl}", "?");
        var shown = key.type().form() == ValueType.Form.URL ? withoutPassword(plain) : plain;
        return shown.length() <= LONGEST ? shown : shown.substring(0, LONGEST) + "...";
    }

    private static String withoutPassword(String url) {
        return USER.matcher(PASSWORD.matcher(url).replaceAll("$1" + SET)).replaceAll("//" + SET + "@");
    }
}
