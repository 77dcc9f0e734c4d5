package io.parlance.dialect.jitsudo;

import io.parlance.core.access.CredentialKind;
import io.parlance.core.access.Credentials;
import io.parlance.core.access.NewCredential;
import io.parlance.core.access.Presented;
import io.parlance.core.access.Secret;
import io.parlance.core.config.ConfigKey;
import io.parlance.core.dialect.DemoTenant;
import io.parlance.core.dialect.Dialect;
import io.parlance.core.dialect.Headers;
import io.parlance.core.lifecycle.ThreadLifecycle;
import io.parlance.core.lifecycle.ThreadNotes;
import io.parlance.core.thread.NewThread;
import io.parlance.core.thread.Threads;
import io.parlance.dialect.jitsudo.policy.PolicyKey;
import io.parlance.rest.Paths;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** JITSudo as the rest of the product sees it. */
@ApplicationScoped
public class JitsudoDialect implements Dialect {
    static final String NAME = "jitsudo";
    static final String PREFIX = "/v1";
    static final String HEALTH = "/healthz";

    private static final String DEMO_ACCESS_REQUEST =
            """
            {"resource": {"type": "aws_account", "id": "123456789012"}, "action": "assume",
             "reason": "Look into the failed payments", "duration_seconds": 3600, "break_glass": false, "metadata": {}}
            """;

    @Inject
    Credentials credentials;

    @Inject
    Threads threads;

    @Inject
    ThreadLifecycle lifecycle;

    @Inject
    ThreadNotes notes;

    @Inject
    AccessRequestChanges changes;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<ConfigKey> configKeys() {
        return Stream.<ConfigKey>concat(Stream.of(JitsudoKey.values()), Stream.of(PolicyKey.values()))
                .toList();
    }

    @Override
    public boolean serves(String path) {
        return Paths.isAt(path, PREFIX) || Paths.isAt(path, HEALTH);
    }

    @Override
    public String home() {
        return PREFIX + "/";
    }

    @Override
    public List<String> migrations() {
        return List.of("classpath:db/migration/jitsudo");
    }

    /** The documented word for what no person of the tenant wrote. */
    @Override
    public String staffAuthorType() {
        return "system";
    }

    @Override
    public String initialStatus() {
        return Outcome.PENDING;
    }

    /**
     * An API key counts before a bearer token, as in the samples. An administrator's token is an installation-wide key; it is
     * told by its form, so that a key with a typing error is looked for as neither.
     */
    @Override
    public Presented credential(Headers headers) {
        var key = headers.first("X-API-Key");
        if (key != null && !key.isBlank()) {
            var kind = Secret.wellFormed(CredentialKind.API_KEY, key.strip())
                    ? CredentialKind.API_KEY
                    : CredentialKind.ADMIN;
            return new Presented.Token(key.strip(), Set.of(kind));
        }
        return headers.personToken();
    }

    /** Access requests that nobody decided in time expire. */
    @Override
    public void tend() {
        for (var accessRequest : lifecycle.overdue(NAME)) {
            changes.expire(accessRequest).ifPresent(expired -> notes.deliver(expired.tenantId(), expired.id()));
        }
    }

    /** The access request of the API's own example; its id is the tenant's. */
    @Override
    public String provisionDemo(DemoTenant demo) {
        var key = Secret.wellKnown(CredentialKind.API_KEY, "demo jitsudo");
        credentials.ensure(
                demo.id(),
                NewCredential.ofApplication(
                        CredentialKind.API_KEY, demo.application().id()),
                key);
        if (threads.find(demo.id(), demo.id()).isEmpty()) {
            threads.create(NewThread.of(demo.id(), NAME)
                    .id(demo.id())
                    .about("assume aws_account 123456789012")
                    .requestedBy(demo.users().get(0).id().toString())
                    .startingAs(initialStatus())
                    .attributes(DEMO_ACCESS_REQUEST));
        }
        return curl(demo, key);
    }

    private static String curl(DemoTenant demo, String key) {
        var id = demo.id().toString().toUpperCase(Locale.ROOT);
        return """
                curl --request POST \\
                  --url %s/v1/requests/%s/messages \\
                  --header 'Content-Type: application/json' \\
                  --header 'X-API-Key: %s' \\
                  --header 'X-Tenant-ID: %s' \\
                  --data '{ "content": "example", "metadata": {} }'"""
                .formatted(demo.base(), id, key, id);
    }
}
