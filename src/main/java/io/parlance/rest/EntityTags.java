package io.parlance.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.regex.Pattern;

/** Tags of versions, by which clients ask whether there is a newer one. */
public final class EntityTags {
    private EntityTags() {}

    /** Whether the client has this version, by whatever a cache on the way made of the tag. */
    public static boolean isKnown(HttpServletRequest request, String tag) {
        return Collections.list(request.getHeaders("If-None-Match")).stream()
                .flatMap(header -> Pattern.compile(",").splitAsStream(header))
                .map(known -> known.strip().replaceFirst("^W/", ""))
                .anyMatch(known -> known.equals(tag) || known.equals("*"));
    }
}
