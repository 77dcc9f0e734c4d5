package io.parlance.dialect.jitsudo;

import io.parlance.core.policy.Policies;
import io.parlance.core.store.Page;
import io.parlance.rest.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
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
import java.io.InputStream;

/** {@code /v1/policies/{policyId}/rules}: the statements of a policy, in their order. */
@Path("/policies/{policyId}/rules")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class PolicyRulesResource {
    @Inject
    Policies policies;

    @Inject
    PolicyAccess access;

    @Inject
    PolicyOperations operations;

    @POST
    public Response createPolicyRule(
            @PathParam("policyId") String policyId,
            InputStream body,
            @Context UriInfo uri,
            @Context HttpServletRequest request) {
        var caller = TenantHeader.caller(request);
        var policy = access.require(caller, policyId);
        access.requireAdministrator(caller);
        return operations.createRule(policy, Json.read(body), caller, uri.getBaseUri(), request);
    }

    @GET
    public Listing<PolicyRuleBody> listPolicyRules(
            @PathParam("policyId") String policyId, @Context UriInfo uri, @Context HttpServletRequest request) {
        var caller = TenantHeader.caller(request);
        var policy = access.require(caller, policyId);
        var page = ListParameters.of(uri).page();
        var behind = policies.rules(caller.tenantId(), policy.id()).stream()
                .dropWhile(rule -> page.after() != null && !rule.id().equals(page.after()))
                .skip(page.after() == null ? 0 : 1)
                .limit(page.fetch())
                .toList();
        return Listing.of(Page.of(behind, page, rule -> rule.id().toString()), PolicyRuleBody::of);
    }

    @GET
    @Path("{ruleId}")
    public PolicyRuleBody getPolicyRule(
            @PathParam("policyId") String policyId,
            @PathParam("ruleId") String ruleId,
            @Context HttpServletRequest request) {
        var caller = TenantHeader.caller(request);
        return PolicyRuleBody.of(access.requireRule(access.require(caller, policyId), ruleId));
    }
}
