package io.parlance.admin;

import io.parlance.admin.rows.RowFiles;
import io.parlance.core.access.Caller;
import io.parlance.core.imports.ImportJobs;
import io.parlance.core.imports.ImportOrder;
import io.parlance.core.imports.ImportRows;
import io.parlance.core.imports.Imports;
import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import io.parlance.core.tenant.Group;
import io.parlance.core.tenant.GroupDirectory;
import io.parlance.core.tenant.Tenants;
import io.parlance.rest.BodyFiles;
import io.parlance.rest.ForRole;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Files of messages. The answer comes when the file is there; its rows are stored afterwards, in the background. No {@code
 * Idempotency-Key} is needed: rows have keys of their own, so the same file may be sent again.
 */
@Path("tenants/{tenant}/imports")
@Produces(MediaType.APPLICATION_JSON)
@ForRole(Caller.ROLE_ADMIN)
@ApplicationScoped
public class ImportsResource {
    @Inject
    Tenants tenants;

    @Inject
    GroupDirectory groups;

    @Inject
    InstalledDialects dialects;

    @Inject
    BodyFiles files;

    @Inject
    Imports imports;

    @Inject
    ImportJobs jobs;

    @POST
    @Consumes({"text/csv", "application/json", "application/x-ndjson", "application/gzip", "application/octet-stream"})
    public Response start(@PathParam("tenant") String tenant, @Nullable InputStream body, @Context UriInfo uri) {
        var tenantId = tenants.require(tenant).id();
        var query = Query.of(uri, "dialect", "type", "groupId");
        var type = dialects.importType(query);
        var group = group(tenantId, query.text("groupId"));
        var dialect = String.valueOf(dialects.named(query));
        var job = imports.start(new ImportOrder(
                tenantId, dialect, type.name(), row -> type.translate(row, tenantId, group), open(body)));
        var created = ResourceIds.created(uri, tenantId, "imports", job.id(), ImportBody.of(job, List.of()));
        return Response.fromResponse(created).status(Response.Status.ACCEPTED).build();
    }

    @GET
    @Path("{id}")
    public ImportBody show(@PathParam("tenant") String tenant, @PathParam("id") String id) {
        var job = jobs.require(tenants.require(tenant).id(), ResourceIds.parse(id));
        return ImportBody.of(job, jobs.refusals(job.tenantId(), job.id()));
    }

    private @Nullable Group group(UUID tenantId, @Nullable String idOrAlias) {
        return idOrAlias == null
                ? null
                : groups.findByIdOrAlias(tenantId, idOrAlias)
                        .orElseThrow(() -> InvalidInput.of("groupId", "is no group of this tenant"));
    }

    private ImportRows open(@Nullable InputStream body) {
        try {
            return RowFiles.open(files.copy(body == null ? InputStream.nullInputStream() : body));
        } catch (IOException e) {
            throw new RejectedException(Reason.BODY_MALFORMED, "the file cannot be read");
        }
    }
}
