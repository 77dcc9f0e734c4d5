package io.parlance.dialect.highq;

import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.core.access.Caller;
import io.parlance.core.access.CredentialKind;
import io.parlance.core.tenant.Application;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CreatedStatusTest {
    @Test
    void is201WithoutAnApplication() {
        assertThat(ConversationsResource.createdStatus(caller(null))).isEqualTo(201);
    }

    @Test
    void is201UnlessTheApplicationWants200() {
        assertThat(ConversationsResource.createdStatus(caller("{}"))).isEqualTo(201);
        assertThat(ConversationsResource.createdStatus(caller("{\"highq.createdStatus\": 201}")))
                .isEqualTo(201);
        assertThat(ConversationsResource.createdStatus(caller("{\"highq.createdStatus\": 200}")))
                .isEqualTo(200);
    }

    private static Caller caller(String settings) {
        var tenant = UUID.randomUUID();
        var application = settings == null
                ? null
                : new Application(tenant, UUID.randomUUID(), 1, "client", settings, Instant.EPOCH);
        return new Caller(tenant, UUID.randomUUID(), CredentialKind.USER_BEARER, application, null, null, null);
    }
}
