package io.parlance.dialect.travtus;

import io.parlance.core.access.CredentialKind;
import io.parlance.core.access.Credentials;
import io.parlance.core.access.NewCredential;
import io.parlance.core.access.Presented;
import io.parlance.core.access.Secret;
import io.parlance.core.dialect.DemoTenant;
import io.parlance.core.dialect.Dialect;
import io.parlance.core.dialect.Headers;
import io.parlance.core.dialect.ImportType;
import io.parlance.core.dialect.Setting;
import io.parlance.rest.Paths;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;

/** Travtus as the rest of the product sees it. */
@ApplicationScoped
public class TravtusDialect implements Dialect {
    static final String NAME = "travtus";
    static final String MESSAGES = "/messages";
    static final String COMMUNITIES = "/communities";
    static final String OAUTH = "/oauth2";
    static final String WEBHOOK = "/webhook";

    private static final List<String> PREFIXES = List.of(MESSAGES, COMMUNITIES, OAUTH, WEBHOOK);
    private static final Set<CredentialKind> TOKENS = Set.of(CredentialKind.BEARER, CredentialKind.OAUTH_TOKEN);

    @Inject
    Credentials credentials;

    @Inject
    FileImport fileImport;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean serves(String path) {
        return PREFIXES.stream().anyMatch(prefix -> Paths.isAt(path, prefix));
    }

    @Override
    public String home() {
        return MESSAGES + "/";
    }

    @Override
    public Presented credential(Headers headers) {
        var token = headers.bearerToken();
        return token == null ? new Presented.None() : new Presented.Token(token, TOKENS);
    }

    @Override
    public List<Setting> settings() {
        return ApplicationSettings.ALL;
    }

    @Override
    public List<ImportType> importTypes() {
        return fileImport.types();
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
