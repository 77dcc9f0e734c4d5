package io.parlance.admin;

import com.fasterxml.jackson.databind.JsonNode;
import io.parlance.core.tenant.User;
import io.parlance.core.tenant.UserFields;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A person as this API shows them: never with the password. */
public record UserBody(
        UUID id,
        long number,
        String email,
        String firstName,
        String lastName,
        List<String> userGroups,
        Instant createdAt) {
    private static final String PASSWORD = "password";
    private static final Members.Length EMAIL_LENGTH = new Members.Length(3, 254);
    private static final Members.Length PASSWORD_LENGTH = new Members.Length(8, 200);
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+");
    private static final Pattern WORD = Pattern.compile("\\S(?:[^\\p{Cntrl}]{0,98}\\S)?");
    private static final int MAX_USER_GROUPS = 100;

    static UserBody of(User user) {
        return new UserBody(
                user.id(),
                user.number(),
                user.email(),
                user.firstName(),
                user.lastName(),
                user.userGroups(),
                user.createdAt());
    }

    /** The fields of a new person, or of one after a PATCH. */
    static UserFields merge(JsonNode body, @Nullable User current) {
        var members = Members.of(body, "email", "firstName", "lastName", PASSWORD, "userGroups");
        var fields = new UserFields(
                members.text("email", EMAIL_LENGTH, current == null ? null : current.email()),
                members.text("firstName", Members.NAME, current == null ? null : current.firstName()),
                members.text("lastName", Members.NAME, current == null ? null : current.lastName()),
                userGroups(members, current == null ? List.of() : current.userGroups()));
        if (!fields.email().isEmpty() && !EMAIL.matcher(fields.email()).matches()) {
            members.refuse("email", "must be an e-mail address");
        }
        members.optionalText(PASSWORD, PASSWORD_LENGTH, null);
        members.check();
        return fields;
    }

    /** The password of a body that {@link #merge} has checked; null where there is none. */
    static @Nullable String password(JsonNode body) {
        return body.path(PASSWORD).textValue();
    }

    /** Whether a checked body sets a password or, by null, takes it away. */
    static boolean saysPassword(JsonNode body) {
        return body.has(PASSWORD);
    }

    private static List<String> userGroups(Members members, List<String> current) {
        if (!members.has("userGroups")) {
            return current;
        }
        var words = new ArrayList<String>();
        for (var element : members.elements("userGroups", MAX_USER_GROUPS)) {
            if (!element.isTextual() || !WORD.matcher(element.textValue()).matches()) {
                members.refuse("userGroups", "must hold words of 1 to 100 characters");
                return current;
            }
            words.add(element.textValue());
        }
        return words.stream().distinct().toList();
    }
}
