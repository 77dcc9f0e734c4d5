package io.parlance.it;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Every secret that this test run sent to a server or got from one, seen by the names of the members that carry it. */
public final class Secrets {
    /** What is shorter may be in a log by chance. */
    public static final int SHORTEST = 12;

    private static final Pattern MEMBER =
            Pattern.compile("\"\\w*(?:token|secret|password)\"\\s*:\\s*\"([^\"\\\\]{12,})\"", Pattern.CASE_INSENSITIVE);
    private static final Pattern FIELD =
            Pattern.compile("(?:^|&)\\w*(?:token|secret|password|code)=([^&]{12,})", Pattern.CASE_INSENSITIVE);
    private static final Pattern CREDENTIAL = Pattern.compile("(?i)(?:bearer |basic )?(.{12,})");

    private static final Set<String> KNOWN = ConcurrentHashMap.newKeySet();

    private Secrets() {}

    /** Notes the secrets in a body, in JSON or as a form. */
    static void noteBody(String body) {
        for (var pattern : new Pattern[] {MEMBER, FIELD}) {
            pattern.matcher(body).results().forEach(found -> KNOWN.add(found.group(1)));
        }
    }

    static void noteHeader(String name, String value) {
        if (name.equalsIgnoreCase("Authorization") || name.equalsIgnoreCase("X-API-Key")) {
            var credential = CREDENTIAL.matcher(value);
            if (credential.matches()) {
                KNOWN.add(credential.group(1));
            }
        }
    }

    public static void note(String secret) {
        KNOWN.add(secret);
    }

    static Set<String> known() {
        return KNOWN;
    }
}
