package io.parlance.dialect.jitsudo.policy;

import io.parlance.core.access.Caller;
import io.parlance.core.tenant.User;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Who asks, as policies see it. A person is {@code User::"ada@example.org"} and stands, like in a group, in the entity of the
 * own id; a key is {@code ApiKey::"terraform"} by the name of its application.
 *
 * @param names under which a rule may name exactly this one, in lower case; the first is the entity's id
 * @param ancestors what it stands in, itself among it
 * @param attributes by name
 */
record Principal(String type, List<String> names, Set<Scope.Entity> ancestors, Map<String, String> attributes) {
    private static final String GROUP = "group:";

    static Principal of(Caller caller) {
        var user = caller.user();
        return user == null ? ofKey(caller) : of(user, user.userGroups());
    }

    private static Principal ofKey(Caller caller) {
        var id = caller.credentialId().toString();
        var application = caller.application();
        var name = application == null ? id : application.name();
        var attributes = Map.of(
                "id",
                id,
                "email",
                "",
                "name",
                name,
                "actor_type",
                Objects.requireNonNullElse(caller.actorType(), "system"));
        return of(PolicySchema.API_KEY, List.of(lower(name), id), List.of(), attributes);
    }

    static Principal of(User user, List<String> groups) {
        var id = user.id().toString();
        var email = lower(user.email());
        return of(PolicySchema.USER, List.of(email, id), groups, Map.of("id", id, "email", email));
    }

    /** Somebody whom the tenant does not know. */
    static Principal stranger(String name, List<String> groups) {
        var id = lower(name);
        return of(PolicySchema.USER, List.of(id), groups, Map.of("id", id, "email", id));
    }

    private static Principal of(String type, List<String> names, List<String> groups, Map<String, String> attributes) {
        var ancestors = new HashSet<Scope.Entity>();
        names.forEach(name -> ancestors.add(new Scope.Entity(type, name)));
        groups.forEach(
                group -> ancestors.add(new Scope.Entity(PolicySchema.USER, isGroup(group) ? group : GROUP + group)));
        return new Principal(type, names, Set.copyOf(ancestors), attributes);
    }

    /** Whether this names a group, as policies know it, and no person. */
    static boolean isGroup(String id) {
        return id.startsWith(GROUP);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
