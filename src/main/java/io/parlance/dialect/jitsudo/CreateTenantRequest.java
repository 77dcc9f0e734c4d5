package io.parlance.dialect.jitsudo;

import com.fasterxml.jackson.databind.JsonNode;
import io.parlance.core.tenant.UserFields;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /v1/tenants}. A guide sends a name without a slug, which is made of the name then. What is only about
 * AWS or invitations is ignored.
 *
 * @param owner null where none is named
 */
record CreateTenantRequest(String name, String slug, @Nullable UserFields owner) {
    private static final Pattern SLUG = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");
    private static final int MOST = 200;
    private static final int MOST_SLUG = 63;

    /** The owner may decide about access requests from the beginning. */
    private static final List<String> GROUPS = List.of("approvers");

    static CreateTenantRequest of(JsonNode sent) {
        var body = new Members(sent);
        var name = body.text("name", MOST);
        var slug = Objects.requireNonNullElseGet(body.optionalText("slug", MOST_SLUG), () -> slug(name));
        if (!SLUG.matcher(slug).matches()) {
            throw body.invalid("slug", "must be 1-63 of a-z, 0-9 and -, not starting or ending with -");
        }
        return new CreateTenantRequest(name, slug, owner(body));
    }

    private static String slug(String name) {
        var words = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return words.length() > MOST_SLUG ? words.substring(0, MOST_SLUG).replaceAll("-$", "") : words;
    }

    private static @Nullable UserFields owner(Members body) {
        var email = body.optionalText("owner_email", MOST);
        if (email == null) {
            return null;
        }
        if (!EMAIL.matcher(email).matches()) {
            throw body.invalid("owner_email", "must be an e-mail address");
        }
        var name = Objects.requireNonNullElse(body.optionalText("owner_name", MOST), "")
                .strip();
        int blank = name.indexOf(' ');
        return blank < 0
                ? new UserFields(email, name, "", GROUPS)
                : new UserFields(
                        email, name.substring(0, blank), name.substring(blank).strip(), GROUPS);
    }
}
