package io.parlance.rest;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The header that has a browser save a file under its name instead of showing it (RFC 6266). */
public final class Downloads {
    private Downloads() {}

    /** The name in plain ASCII for old clients, and as it is for all others; nothing in it ends the header. */
    public static String disposition(String name) {
        var plain = name.replaceAll("[^\\x20-\\x7e]", "_").replaceAll("[\"\\\\%;]", "_");
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded(name);
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
    }
}
