package io.parlance.dialect.jitsudo;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.parlance.core.audit.AuditEntry;
import io.parlance.core.audit.AuditFilter;
import io.parlance.core.audit.AuditLog;
import io.parlance.core.store.TimeRange;
import io.parlance.rest.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code /v1/audit-log}: what was done and refused, newest first. */
@Path("/audit-log")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class AuditLogResource {
    @Inject
    AuditLog auditLog;

    /** A page; unlike others it leaves the cursor out where there is no next one. */
    public record AuditLogResponse(
            List<AuditEntryBody> data,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String next_cursor,
            boolean has_more) {}

    /** The documented entry. */
    public record AuditEntryBody(
            UUID id,
            String actor_id,
            String actor_type,
            String action,
            String resource_type,
            String resource_id,
            JsonNode metadata,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String reasoning,
            String created_at) {
        static AuditEntryBody of(AuditEntry entry) {
            return new AuditEntryBody(
                    entry.id(),
                    entry.actor().id(),
                    entry.actor().type(),
                    entry.action(),
                    entry.resourceType(),
                    entry.resourceId(),
                    Json.read(entry.metadata().getBytes(StandardCharsets.UTF_8)),
                    entry.reasoning(),
                    WireTime.text(entry.createdAt()));
        }
    }

    @GET
    public AuditLogResponse listAuditLog(@Context UriInfo uri, @Context HttpServletRequest request) {
        var caller = TenantHeader.caller(request);
        var parameters = ListParameters.of(uri);
        var page = auditLog.list(caller.tenantId(), filter(parameters), AuditTrail.MESSAGES, parameters.page());
        return new AuditLogResponse(
                page.items().stream().map(AuditEntryBody::of).toList(), page.nextCursor(), page.nextCursor() != null);
    }

    private static AuditFilter filter(ListParameters parameters) {
        return new AuditFilter(
                JitsudoDialect.NAME,
                parameters.id("actor_id"),
                parameters.text("resource_type"),
                parameters.id("resource_id"),
                parameters.text("action"),
                new TimeRange(parameters.time("from"), parameters.time("to")));
    }
}
