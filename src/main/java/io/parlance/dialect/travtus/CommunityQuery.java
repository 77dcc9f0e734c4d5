package io.parlance.dialect.travtus;

import io.parlance.core.access.Caller;
import io.parlance.core.tenant.GroupFilter;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The parameters of {@code GET /communities/}; a blank one counts as absent. */
final class CommunityQuery {
    private static final String AFTER = "after_id";
    private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]{1,18}");

    private CommunityQuery() {}

    /** What a caller asks for, among the groups that its credential opens. */
    static GroupFilter read(MultivaluedMap<String, String> parameters, Caller caller) {
        var id = text(parameters, "community_id");
        var externalRef = text(parameters, "community_external_ref");
        var name = text(parameters, "name");
        var after = text(parameters, AFTER);
        if (id == null && externalRef == null && name == null && after == null) {
            throw new TravtusFault(TravtusError.NO_SEARCH_PARAMETERS);
        }
        return new GroupFilter(id, externalRef, name, caller.groups(), after == null ? 0 : number(after));
    }

    private static long number(String text) {
        if (!INTEGER.matcher(text).matches()) {
            var errors = new FieldErrors();
            errors.add(AFTER, Fields.NO_INTEGER);
            throw errors.refusal();
        }
        long number = Long.parseLong(text);
        if (number < 0) { // behind the last page, whose last_id it is
            throw new NoCommunities();
        }
        return number;
    }

    /** PostgreSQL keeps no text with U+0000, so nothing can be found by one. */
    private static @Nullable String text(MultivaluedMap<String, String> parameters, String name) {
        var text = parameters.getFirst(name);
        if (text != null && text.indexOf(0) >= 0) {
            throw new NoCommunities();
        }
        return text == null || text.isBlank() ? null : text;
    }
}
