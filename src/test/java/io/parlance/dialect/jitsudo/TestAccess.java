package io.parlance.dialect.jitsudo;

import io.parlance.core.access.Caller;
import io.parlance.core.access.CredentialKind;
import io.parlance.core.tenant.Application;
import io.parlance.core.tenant.User;
import io.parlance.core.thread.MessageThread;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One tenant with an access request, and those who call about it. */
public final class TestAccess {
    public static final UUID TENANT = UUID.fromString("2489e9ad-2ee2-8e00-8ec9-32d5f69181c0");
    public static final UUID KEY = UUID.fromString("0198a000-0000-7000-8000-000000000001");
    public static final UUID ADA = UUID.fromString("0198a000-0000-7000-8000-00000000000a");

    private TestAccess() {}

    public static MessageThread requestedBy(String requesterId) {
        return accessRequest(TENANT, "jitsudo", requesterId);
    }

    public static MessageThread accessRequest(UUID tenantId, String dialect, String requesterId) {
        return new MessageThread(
                tenantId,
                UUID.randomUUID(),
                1,
                dialect,
                null,
                null,
                null,
                null,
                requesterId,
                "pending",
                false,
                "{}",
                Instant.EPOCH,
                Instant.EPOCH);
    }

    /** Ada with a JWT, in these user groups. */
    public static Caller ada(String... userGroups) {
        var user = new User(TENANT, ADA, 1, "ada@example.org", "Ada", "Byron", List.of(userGroups), Instant.EPOCH);
        return new Caller(TENANT, UUID.randomUUID(), CredentialKind.USER_JWT, null, user, null, null);
    }

    /** An API key that acts as this; of the application "terraform". */
    public static Caller key(String actorType) {
        var application = new Application(TENANT, UUID.randomUUID(), 1, "terraform", "{}", Instant.EPOCH);
        return new Caller(TENANT, KEY, CredentialKind.API_KEY, application, null, null, actorType);
    }
}
