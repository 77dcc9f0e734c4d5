package io.parlance.rest;

import io.parlance.core.access.CredentialKind;
import io.parlance.core.access.Credentials;
import io.parlance.core.access.NewCredential;
import io.parlance.core.access.Presented;
import io.parlance.core.access.Secret;
import io.parlance.core.dialect.DemoTenant;
import io.parlance.core.dialect.Dialect;
import io.parlance.core.dialect.Headers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;

/** A dialect that exists in tests only, to see what reaches an operation through the intake. It takes files. */
@ApplicationScoped
public class ProbeDialect implements Dialect {
    static final String PREFIX = "/probe";
    static final String FILES = PREFIX + "/files";

    @Inject
    Credentials credentials;

    static String token() {
        return Secret.wellKnown(CredentialKind.BEARER, "probe");
    }

    @Override
    public String name() {
        return "probe";
    }

    @Override
    public boolean serves(String path) {
        return Paths.isAt(path, PREFIX);
    }

    @Override
    public String home() {
        return PREFIX + "/";
    }

    @Override
    public boolean takesFiles(String method, String path) {
        return method.equals("POST") && Paths.isAt(path, FILES);
    }

    @Override
    public Presented credential(Headers headers) {
        var token = headers.bearerToken();
        return token == null ? new Presented.None() : new Presented.Token(token, Set.of(CredentialKind.BEARER));
    }

    @Override
    public String provisionDemo(DemoTenant demo) {
        var owner = NewCredential.ofApplication(
                CredentialKind.BEARER, demo.application().id());
        credentials.ensure(demo.id(), owner, token());
        return "";
    }
}
