package io.parlance.admin;

import io.parlance.core.store.PageRequest;
import io.parlance.core.store.Uuids;
import io.parlance.rest.StorableText;
import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the query of a list, strictly: an unknown parameter would silently show more than was asked for. */
final class Query {
    private static final int FIRST_YEAR = 1;
    private static final int LAST_YEAR = 9999;

    private static final Set<String> PAGING = Set.of("limit", "cursor");
    private static final int MAX_TEXT = 200;

    private final Map<String, List<String>> parameters;

    private Query(Map<String, List<String>> parameters) {
        this.parameters = parameters;
    }

    /** The parameters named here and those of paging are known. */
    static Query of(UriInfo uri, String... known) {
        return of(uri.getQueryParameters(), known);
    }

    static Query of(Map<String, List<String>> parameters, String... known) {
        parameters.forEach((name, values) -> {
            if (!PAGING.contains(name) && !Set.of(known).contains(name)) {
                throw InvalidInput.of(name, "is not a parameter of this list");
            }
            if (values.size() != 1) {
                throw InvalidInput.of(name, "is given more than once");
            }
        });
        return new Query(parameters);
    }

    PageRequest page() {
        var limit = value("limit");
        try {
            return PageRequest.of(limit == null ? null : Integer.valueOf(limit), value("cursor"));
        } catch (NumberFormatException e) {
            throw InvalidInput.of("limit", "must be a number from 1 to " + PageRequest.MAX_LIMIT);
        }
    }

    @Nullable
    String text(String name) {
        var text = value(name);
        if (text != null && (text.isBlank() || text.length() > MAX_TEXT)) {
            throw InvalidInput.of(name, "must have 1 to " + MAX_TEXT + " characters");
        }
        return text;
    }

    @Nullable
    UUID id(String name) {
        var text = value(name);
        return text == null
                ? null
                : Uuids.parse(text).orElseThrow(() -> InvalidInput.of(name, "must be an id of 36 characters"));
    }

    @Nullable
    Instant time(String name) {
        var text = value(name);
        try {
            return text == null ? null : storable(OffsetDateTime.parse(text));
        } catch (DateTimeException e) {
            throw InvalidInput.of(name, "must be a time such as 2026-01-31T10:00:00Z");
        }
    }

    private static Instant storable(OffsetDateTime time) {
        if (time.getYear() < FIRST_YEAR || time.getYear() > LAST_YEAR) {
            throw new DateTimeException("beyond what the store knows");
        }
        return time.toInstant();
    }

    private @Nullable String value(String name) {
        var values = parameters.get(name);
        if (values == null) {
            return null;
        }
        StorableText.check(values.get(0));
        return values.get(0);
    }
}
