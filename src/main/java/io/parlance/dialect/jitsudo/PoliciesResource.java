package io.parlance.dialect.jitsudo;

import io.parlance.core.policy.Policies;
import io.parlance.rest.Json;
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
import java.io.InputStream;

/** {@code /v1/policies}: what a tenant permits and forbids, and a dry run of it. */
@Path("/policies")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class PoliciesResource {
    @Inject
    Policies policies;

    @Inject
    PolicyAccess access;

    @Inject
    PolicyOperations operations;

    @Inject
    PolicyEvaluation evaluation;

    @POST
    public Response createPolicy(InputStream body, @Context UriInfo uri, @Context HttpServletRequest request) {
        var caller = TenantHeader.caller(request);
        access.requireAdministrator(caller);
        return operations.createPolicy(Json.read(body), caller, uri.getBaseUri(), request);
    }

    @GET
    public Listing<PolicyBody> listPolicies(@Context UriInfo uri, @Context HttpServletRequest request) {
        var caller = TenantHeader.caller(request);
        var page = policies.list(caller.tenantId(), ListParameters.of(uri).page());
        var counts = policies.ruleCounts(caller.tenantId());
        return Listing.of(page, policy -> PolicyBody.summary(policy, counts.getOrDefault(policy.id(), 0)));
    }

    @GET
    @Path("{policyId}")
    public PolicyBody getPolicy(@PathParam("policyId") String policyId, @Context HttpServletRequest request) {
        var caller = TenantHeader.caller(request);
        var policy = access.require(caller, policyId);
        return PolicyBody.of(policy, policies.rules(caller.tenantId(), policy.id()));
    }

    @PATCH
    @Path("{policyId}")
    public Response updatePolicy(
            @PathParam("policyId") String policyId, InputStream body, @Context HttpServletRequest request) {
        var caller = TenantHeader.caller(request);
        var policy = access.require(caller, policyId);
        access.requireAdministrator(caller);
        return operations.updatePolicy(policy.id(), Json.read(body), caller, request);
    }

    @POST
    @Path("evaluate")
    public PolicyEvaluation.EvaluationResponse evaluatePolicies(InputStream body, @Context HttpServletRequest request) {
        var caller = TenantHeader.caller(request);
        return evaluation.evaluate(Json.read(body), caller);
    }
}
