package io.parlance.dialect.jitsudo;

import io.parlance.core.store.PageRequest;
import io.parlance.core.store.Uuids;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The parameters of a list; one that is wrong is refused, and the details name it. An empty one counts as absent. */
record ListParameters(MultivaluedMap<String, String> sent) {
    private static final String LIMIT = "limit";
    private static final String CURSOR = "cursor";

    static ListParameters of(UriInfo uri) {
        return new ListParameters(uri.getQueryParameters());
    }

    @Nullable
    String text(String name) {
        var text = sent.getFirst(name);
        if (text != null && text.indexOf('\0') >= 0) {
            throw invalid(name, "must not hold the character U+0000");
        }
        return text == null || text.isBlank() ? null : text;
    }

    /** A text in which the case does not count if it is a uuid. */
    @Nullable
    String id(String name) {
        var text = text(name);
        return text == null ? null : Uuids.parse(text).map(UUID::toString).orElse(text);
    }

    @Nullable
    String word(String name, Set<String> allowed) {
        var word = text(name);
        if (word != null && !allowed.contains(word)) {
            throw invalid(name, "is not one of the documented words");
        }
        return word;
    }

    /** A plus that is sent as it is arrives as a blank; no time has one. */
    @Nullable
    Instant time(String name) {
        var text = text(name);
        return text == null
                ? null
                : WireTime.parse(text.replace(' ', '+'))
                        .orElseThrow(() -> invalid(name, "must be a date and time with an offset"));
    }

    PageRequest page() {
        return new PageRequest(limit(), cursor());
    }

    private int limit() {
        var text = text(LIMIT);
        if (text == null) {
            return PageRequest.DEFAULT_LIMIT;
        }
        if (!text.matches("[0-9]{1,9}")
                || Integer.parseInt(text) < 1
                || Integer.parseInt(text) > PageRequest.MAX_LIMIT) {
            throw invalid(LIMIT, "must be a whole number from 1 to " + PageRequest.MAX_LIMIT);
        }
        return Integer.parseInt(text);
    }

    private @Nullable UUID cursor() {
        var text = text(CURSOR);
        return text == null
                ? null
                : Uuids.parse(text).orElseThrow(() -> invalid(CURSOR, "must be from an earlier answer"));
    }

    private static JitsudoFault invalid(String name, String sentence) {
        return JitsudoFault.invalid("parameter", name, name + " " + sentence);
    }
}
