package io.parlance.admin;

import io.parlance.core.access.Caller;
import io.parlance.core.message.MessageFilter;
import io.parlance.core.message.MessageQuery;
import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import io.parlance.core.store.Page;
import io.parlance.core.tenant.Tenants;
import io.parlance.rest.ForRole;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

/** The messages of a tenant, of all dialects, newest first. */
@Path("tenants/{tenant}/messages")
@Produces(MediaType.APPLICATION_JSON)
@ForRole(Caller.ROLE_ADMIN)
@ApplicationScoped
public class MessagesResource {
    @Inject
    Tenants tenants;

    @Inject
    MessageQuery messages;

    @Inject
    InstalledDialects dialects;

    @GET
    public Page<MessageBody> list(@PathParam("tenant") String tenant, @Context UriInfo uri) {
        var query = Query.of(uri, "dialect", "threadId", "from", "to");
        var filter =
                new MessageFilter(dialects.named(query), query.id("threadId"), query.time("from"), query.time("to"));
        return messages.list(tenants.require(tenant).id(), filter, query.page()).map(MessageBody::of);
    }

    @GET
    @Path("{id}")
    public MessageBody show(@PathParam("tenant") String tenant, @PathParam("id") String id) {
        return messages.find(tenants.require(tenant).id(), ResourceIds.parse(id))
                .map(MessageBody::of)
                .orElseThrow(() -> new RejectedException(Reason.RESOURCE_NOT_FOUND, "no message " + id));
    }
}
