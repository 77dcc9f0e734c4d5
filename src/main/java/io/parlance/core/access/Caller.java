package io.parlance.core.access;

import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import io.parlance.core.tenant.Application;
import io.parlance.core.tenant.User;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who calls: an application, a person, or an administrator of the installation.
 *
 * @param tenantId the nil UUID for an administrator, who belongs to no tenant
 * @param groups ids of the only groups the credential opens; null for all of the tenant
 * @param actorType what an API key acts as, in the words of its dialect; null for other kinds
 */
public record Caller(
        UUID tenantId,
        UUID credentialId,
        CredentialKind kind,
        @Nullable Application application,
        @Nullable User user,
        @Nullable Set<UUID> groups,
        @Nullable String actorType) {
    public static final UUID INSTALLATION = new UUID(0, 0);

    /** Role of applications and people of a tenant. */
    public static final String ROLE_CLIENT = "parlance-client";
    /** Role of administrators of the installation. */
    public static final String ROLE_ADMIN = "parlance-admin";

    public static Caller administrator(UUID credentialId) {
        return new Caller(INSTALLATION, credentialId, CredentialKind.ADMIN, null, null, null, null);
    }

    /** The same application, speaking as a person by a token of this kind. */
    Caller as(User person, CredentialKind token) {
        return new Caller(tenantId, credentialId, token, application, person, groups, actorType);
    }

    public String role() {
        return kind == CredentialKind.ADMIN ? ROLE_ADMIN : ROLE_CLIENT;
    }

    /** The same caller, a person in no other than these user groups. */
    Caller within(Collection<String> userGroups) {
        return user == null || userGroups.containsAll(user.userGroups())
                ? this
                : new Caller(tenantId, credentialId, kind, application, user.within(userGroups), groups, actorType);
    }

    public boolean opens(UUID groupId) {
        return groups == null || groups.contains(groupId);
    }

    /** The application that calls; refused where a person or an administrator does. */
    public Application requireApplication() {
        if (application == null) {
            throw new RejectedException(Reason.CREDENTIAL_INVALID, "the credential belongs to no application");
        }
        return application;
    }

    /** The person who calls; refused where an application or an administrator does. */
    public User requireUser() {
        if (user == null) {
            throw new RejectedException(Reason.CREDENTIAL_INVALID, "the credential belongs to no person");
        }
        return user;
    }
}
