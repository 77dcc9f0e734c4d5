package io.parlance.admin;

import com.fasterxml.jackson.databind.JsonNode;
import io.parlance.core.access.Caller;
import io.parlance.core.message.Author;
import io.parlance.core.message.MessageDraft;
import io.parlance.core.message.Submission;
import io.parlance.core.store.Page;
import io.parlance.core.tenant.Tenants;
import io.parlance.core.thread.MessageThread;
import io.parlance.core.thread.ThreadFilter;
import io.parlance.core.thread.Threads;
import io.parlance.rest.Acceptance;
import io.parlance.rest.Callers;
import io.parlance.rest.ForRole;
import io.parlance.rest.OncePerKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

/** The threads of a tenant, of all dialects. */
@Path("tenants/{tenant}/threads")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ForRole(Caller.ROLE_ADMIN)
@ApplicationScoped
public class ThreadsResource {
    private static final Members.Length TEXT = new Members.Length(1, 1_000_000);

    @Inject
    Tenants tenants;

    @Inject
    Threads threads;

    @Inject
    ThreadRequests requests;

    @Inject
    InstalledDialects dialects;

    @Inject
    Acceptance acceptance;

    @POST
    @OncePerKey
    public Response create(
            @PathParam("tenant") String tenant,
            JsonNode body,
            @Context UriInfo uri,
            @Context HttpServletRequest request) {
        var tenantId = tenants.require(tenant).id();
        var thread = threads.create(requests.read(body, tenantId));
        return ResourceIds.created(uri, tenantId, "threads", thread.id(), show(thread));
    }

    @GET
    public Page<ThreadBody> list(@PathParam("tenant") String tenant, @Context UriInfo uri) {
        var query = Query.of(uri, "dialect", "groupId", "query");
        var filter = new ThreadFilter(dialects.named(query), query.id("groupId"), query.text("query"), null);
        var tenantId = tenants.require(tenant).id();
        var page = threads.list(tenantId, filter, query.page());
        var people = threads.participants(
                tenantId, page.items().stream().map(MessageThread::id).toList());
        return page.map(thread -> ThreadBody.of(thread, people.getOrDefault(thread.id(), List.of())));
    }

    @GET
    @Path("{id}")
    public ThreadBody show(@PathParam("tenant") String tenant, @PathParam("id") String id) {
        return show(threads.require(tenants.require(tenant).id(), ResourceIds.parse(id)));
    }

    @PATCH
    @Path("{id}")
    public ThreadBody change(@PathParam("tenant") String tenant, @PathParam("id") String id, JsonNode body) {
        var thread = threads.require(tenants.require(tenant).id(), ResourceIds.parse(id));
        var members = Members.of(body, "resolved");
        var resolved = members.flag("resolved", thread.resolved());
        members.check();
        return show(threads.setResolved(thread.tenantId(), thread.id(), resolved));
    }

    /** A reply of the tenant's staff, written by the administrator who calls. */
    @POST
    @Path("{id}/messages")
    public CompletionStage<Response> reply(
            @PathParam("tenant") String tenant,
            @PathParam("id") String id,
            JsonNode body,
            @Context UriInfo uri,
            @Context HttpServletRequest request) {
        var base = uri.getBaseUri();
        var tenantId = tenants.require(tenant).id();
        return acceptance.accept(request, "admin reply", () -> submission(tenantId, id, body, request), receipt -> {
            var message = receipt.message();
            return ResourceIds.created(base, tenantId, "messages", message.id(), MessageBody.of(message));
        });
    }

    private Submission submission(UUID tenantId, String id, JsonNode body, HttpServletRequest request) {
        var thread = threads.require(tenantId, ResourceIds.parse(id));
        var members = Members.of(body, "text");
        var text = members.text("text", TEXT, null);
        members.check();
        var author = Author.of(
                dialects.staffAuthorType(thread.dialect()),
                Callers.of(request).credentialId().toString());
        var draft = MessageDraft.plain(thread.id(), author, text);
        return Submission.of(thread.tenantId(), thread.dialect(), List.of(draft));
    }

    private ThreadBody show(MessageThread thread) {
        return ThreadBody.of(thread, threads.participants(thread.tenantId(), thread.id()));
    }
}
