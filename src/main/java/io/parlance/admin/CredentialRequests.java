package io.parlance.admin;

import com.fasterxml.jackson.databind.JsonNode;
import io.parlance.core.access.CredentialKind;
import io.parlance.core.access.NewCredential;
import io.parlance.core.store.Uuids;
import io.parlance.core.tenant.Application;
import io.parlance.core.tenant.Groups;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a wish for a credential of an application; each kind knows its own members. */
@ApplicationScoped
class CredentialRequests {
    private static final String GROUPS = "groups";
    private static final String REDIRECT_URI = "redirectUri";
    private static final String ACTOR_TYPE = "actorType";
    private static final List<String> ACTOR_TYPES = List.of("user", "approver", "system", "ai");
    private static final List<CredentialKind> KINDS = List.of(
            CredentialKind.BEARER,
            CredentialKind.OAUTH_CLIENT,
            CredentialKind.CLIENT_TOKEN,
            CredentialKind.ACCESS_TOKEN,
            CredentialKind.API_KEY);
    private static final Members.Length URI_LENGTH = new Members.Length(1, 2000);
    private static final int MAX_GROUPS = 1000;

    @Inject
    Groups groups;

    NewCredential read(JsonNode body, Application application) {
        var kind = kind(body);
        var own = membersOf(kind);
        var members = Members.of(
                body,
                Stream.concat(Stream.of("kind", Lifetimes.MEMBER), own.stream()).toArray(String[]::new));
        var wish = new NewCredential(
                kind,
                application.id(),
                null,
                Lifetimes.read(members),
                own.contains(GROUPS) ? groupIds(members, application.tenantId()) : null,
                own.contains(ACTOR_TYPE) ? members.word(ACTOR_TYPE, ACTOR_TYPES, "system") : null,
                own.contains(REDIRECT_URI) ? redirectUri(members) : null);
        members.check();
        return wish;
    }

    private static CredentialKind kind(JsonNode body) {
        var sent = body == null ? "" : body.path("kind").asText();
        return KINDS.stream()
                .filter(kind -> kind.wireName().equals(sent))
                .findFirst()
                .orElseThrow(() -> InvalidInput.of("kind", "must be one of " + String.join(", ", kindNames())));
    }

    private static List<String> kindNames() {
        return KINDS.stream().map(CredentialKind::wireName).toList();
    }

    private static List<String> membersOf(CredentialKind kind) {
        return switch (kind) {
            case BEARER, ACCESS_TOKEN -> List.of(GROUPS);
            case OAUTH_CLIENT -> List.of(GROUPS, REDIRECT_URI);
            case API_KEY -> List.of(ACTOR_TYPE);
            default -> List.of();
        };
    }

    private static @Nullable String redirectUri(Members members) {
        var text = members.optionalText(REDIRECT_URI, URI_LENGTH, null);
        if (text != null && !isWebAddress(text)) {
            members.refuse(REDIRECT_URI, "must be an absolute http or https address without a fragment");
        }
        return text;
    }

    private static boolean isWebAddress(String text) {
        try {
            var uri = URI.create(text);
            return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getFragment() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private @Nullable List<UUID> groupIds(Members members, UUID tenantId) {
        if (!members.has(GROUPS) || members.node(GROUPS).isNull()) {
            return null;
        }
        var ids = new ArrayList<UUID>();
        if (members.node(GROUPS).isArray() && members.node(GROUPS).isEmpty()) {
            members.refuse(GROUPS, "must hold at least one group id; leave it out for all groups");
        }
        for (var element : members.elements(GROUPS, MAX_GROUPS)) {
            Uuids.parse(element.asText())
                    .filter(id -> groups.find(tenantId, id).isPresent())
                    .ifPresentOrElse(ids::add, () -> members.refuse(GROUPS, "no group of this tenant: " + element));
        }
        return ids.stream().distinct().toList();
    }
}
