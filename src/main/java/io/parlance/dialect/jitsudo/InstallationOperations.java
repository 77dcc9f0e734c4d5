package io.parlance.dialect.jitsudo;

import com.fasterxml.jackson.databind.JsonNode;
import io.parlance.core.access.Caller;
import io.parlance.core.access.CredentialKind;
import io.parlance.core.access.Credentials;
import io.parlance.core.access.NewCredential;
import io.parlance.core.audit.Actor;
import io.parlance.core.audit.AuditEntry;
import io.parlance.core.audit.AuditLog;
import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import io.parlance.core.store.OneTransaction;
import io.parlance.core.tenant.ApplicationFields;
import io.parlance.core.tenant.Applications;
import io.parlance.core.tenant.Tenant;
import io.parlance.core.tenant.Tenants;
import io.parlance.core.tenant.Users;
import io.parlance.rest.Json;
import io.parlance.rest.OncePerKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The operations of an installation-wide key, each in one transaction with its entry in the tenant's audit log. */
@ApplicationScoped
@OncePerKey
class InstallationOperations {
    @Inject
    OneTransaction oneTransaction;

    @Inject
    Tenants tenants;

    @Inject
    Users users;

    @Inject
    Applications applications;

    @Inject
    Credentials credentials;

    @Inject
    AuditLog auditLog;

    Response createTenant(JsonNode body, Caller caller, HttpServletRequest request) {
        var wish = CreateTenantRequest.of(body);
        var created = oneTransaction.of(() -> create(wish, caller));
        return Response.status(Response.Status.CREATED).entity(created).build();
    }

    private TenantBody create(CreateTenantRequest wish, Caller caller) {
        var tenant = tenant(wish);
        var owner = owner(tenant, wish);
        record(tenant.id(), caller, "tenant.created", "tenant", tenant.id(), Map.of("name", tenant.name()));
        return TenantBody.of(tenant, owner);
    }

    private Tenant tenant(CreateTenantRequest wish) {
        try {
            return tenants.create(wish.slug(), wish.name(), null);
        } catch (RejectedException refusal) {
            throw refusal.reason() == Reason.CONFLICT
                    ? JitsudoFault.invalid("field", "slug", "slug is taken")
                    : refusal;
        }
    }

    private @Nullable UUID owner(Tenant tenant, CreateTenantRequest wish) {
        return wish.owner() == null
                ? null
                : users.create(tenant.id(), wish.owner(), null).id();
    }

    /** Each key has an application of its own, which bears its name. */
    Response createApiKey(Tenant tenant, JsonNode body, Caller caller, HttpServletRequest request) {
        var wish = CreateApiKeyRequest.of(body);
        var issued = oneTransaction.of(() -> {
            var application = applications.create(tenant.id(), new ApplicationFields(wish.name(), "{}"));
            var key = credentials.issue(
                    tenant.id(),
                    NewCredential.ofApplication(CredentialKind.API_KEY, application.id())
                            .actingAs(wish.kind()));
            record(
                    tenant.id(),
                    caller,
                    "api_key.created",
                    "api_key",
                    key.credential().id(),
                    Map.of("name", wish.name(), "kind", wish.kind()));
            return key;
        });
        return Response.status(Response.Status.CREATED)
                .entity(ApiKeyBody.of(issued, wish))
                .build();
    }

    private void record(
            UUID tenantId, Caller caller, String action, String resourceType, UUID resourceId, Map<String, ?> what) {
        auditLog.record(AuditEntry.of(
                        tenantId, JitsudoDialect.NAME, Actor.of(caller), action, resourceType, resourceId.toString())
                .metadata(Json.write(what)));
    }
}
