package io.parlance.ops;

import io.parlance.core.dialect.DemoTenant;
import io.parlance.core.dialect.Dialect;
import io.parlance.core.dialect.DialectCatalog;
import io.parlance.core.store.PageRequest;
import io.parlance.core.tenant.Application;
import io.parlance.core.tenant.ApplicationFields;
import io.parlance.core.tenant.Applications;
import io.parlance.core.tenant.Group;
import io.parlance.core.tenant.GroupDirectory;
import io.parlance.core.tenant.GroupFields;
import io.parlance.core.tenant.Groups;
import io.parlance.core.tenant.Tenants;
import io.parlance.core.tenant.User;
import io.parlance.core.tenant.UserFields;
import io.parlance.core.tenant.Users;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The demo tenant: what the examples in the dialects' public documents name exists in it, so that those examples work with
 * nothing changed but host and token. Its credentials are public, hence loopback only and never in production.
 */
@ApplicationScoped
class Demo {
    static final UUID TENANT = UUID.fromString("2489e9ad-2ee2-8e00-8ec9-32d5f69181c0");

    @Inject
    Settings settings;

    @Inject
    Tenants tenants;

    @Inject
    Groups groups;

    @Inject
    GroupDirectory groupDirectory;

    @Inject
    Users users;

    @Inject
    Applications applications;

    @Inject
    DialectCatalog dialects;

    /** Makes what is missing, and writes the copy-paste requests to the file in {@code parlance.demo.sheet}. */
    void provision() {
        if (!isProvisioned()) {
            tenants.create(TENANT, "demo", "Demo tenant", null);
        }
        var tenant = new DemoTenant(
                TENANT,
                List.of(
                        group("group-id-1", "Sunset Apartments"),
                        group("harbour", "Harbour House"),
                        group("hill", "Hill View")),
                List.of(user("ada@demo.example", "Ada", "Byron"), user("grace@demo.example", "Grace", "Murray")),
                application(),
                settings.base());
        var requests = dialects.all().stream()
                .map(dialect -> title(dialect) + dialect.provisionDemo(tenant))
                .collect(Collectors.joining("\n\n"));
        settings.demoSheet().ifPresent(file -> write(Path.of(file), requests));
    }

    boolean isProvisioned() {
        return tenants.find(TENANT).isPresent();
    }

    private Group group(String alias, String name) {
        return groupDirectory
                .findByIdOrAlias(TENANT, alias)
                .orElseGet(() -> groups.create(TENANT, new GroupFields(name, "ext-" + alias, alias, "UTC")));
    }

    private User user(String email, String firstName, String lastName) {
        return users.findByEmail(TENANT, email)
                .orElseGet(() ->
                        users.create(TENANT, new UserFields(email, firstName, lastName, List.of("approvers")), null));
    }

    private Application application() {
        return applications.list(TENANT, new PageRequest(1, null)).items().stream()
                .findFirst()
                .orElseGet(() -> applications.create(TENANT, new ApplicationFields("Demo client", "{}")));
    }

    private static String title(Dialect dialect) {
        return "# " + dialect.name() + "\n";
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write parlance.demo.sheet " + file, e);
        }
    }
}
