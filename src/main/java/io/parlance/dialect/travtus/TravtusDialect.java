package io.parlance.dialect.travtus;

import io.parlance.core.access.CredentialKind;
import io.parlance.core.access.Credentials;
import io.parlance.core.access.NewCredential;
import io.parlance.core.access.Presented;
import io.parlance.core.access.Secret;
import io.parlance.core.dialect.DemoTenant;
import io.parlance.core.dialect.Dialect;
import io.parlance.core.dialect.Headers;
import io.parlance.rest.Paths;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;

/** Travtus as the rest of the product sees it. */
@ApplicationScoped
public class TravtusDialect implements Dialect {
    static final String NAME = "travtus";
    static final String MESSAGES = "/messages";

    @Inject
    Credentials credentials;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean serves(String path) {
        return Paths.isAt(path, MESSAGES);
    }

    @Override
    public String home() {
        return MESSAGES + "/";
    }

    @Override
    public Presented credential(Headers headers) {
        var token = headers.bearerToken();
        return token == null ? new Presented.None() : new Presented.Token(token, Set.of(CredentialKind.BEARER));
    }

    @Override
    public String provisionDemo(DemoTenant demo) {
        var token = Secret.wellKnown(CredentialKind.BEARER, "demo travtus");
        credentials.ensure(
                demo.id(),
                NewCredential.ofApplication(
                        CredentialKind.BEARER, demo.application().id()),
                token);
        return """
                curl %s/messages/ -H 'Content-Type: application/json' \\
                  -H 'Authorization: bearer %s' \\
                  -d '{"group_id":"group-id-1","channel":"review","review":{"source":"google","review_id":"review-1",
                  "comment":"Lovely apartment, great rent and service, would recommend!","rating":5}}'"""
                .formatted(demo.base(), token);
    }
}
