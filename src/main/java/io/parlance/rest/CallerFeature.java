package io.parlance.rest;

import jakarta.annotation.Priority;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import java.util.Set;

/**
 * Demands a caller for every operation that is not {@link Public}, and the role where {@link RolesAllowed} names one. Plain
 * WildFly ignores that annotation on JAX-RS resources, so it is enforced here on every server.
 */
public class CallerFeature implements DynamicFeature {
    @Override
    public void configure(ResourceInfo operation, FeatureContext context) {
        var method = operation.getResourceMethod();
        var resource = operation.getResourceClass();
        var roles = method.isAnnotationPresent(RolesAllowed.class)
                ? method.getAnnotation(RolesAllowed.class)
                : resource.getAnnotation(RolesAllowed.class);
        if (roles != null) {
            context.register(new RoleRequired(roles.value()));
        }
        if (roles != null || !method.isAnnotationPresent(Public.class) && !resource.isAnnotationPresent(Public.class)) {
            context.register(new CallerRequired());
        }
    }

    /** Refuses a request whose realm verdict is not a grant. */
    @Priority(Priorities.AUTHENTICATION)
    public static class CallerRequired implements ContainerRequestFilter {
        @Override
        public void filter(ContainerRequestContext context) {
            Callers.of(context);
        }
    }

    /**
     * Refuses a caller who is in none of the roles. It asks the realm's verdict and not {@code isUserInRole}, which on Payara
     * answers for the thread and so, after an asynchronous dispatch, for nobody or for the caller of an earlier request.
     */
    @Priority(Priorities.AUTHORIZATION)
    public static class RoleRequired implements ContainerRequestFilter {
        private final Set<String> roles;

        RoleRequired(String[] roles) {
            this.roles = Set.of(roles);
        }

        @Override
        public void filter(ContainerRequestContext context) {
            if (!roles.contains(Callers.of(context).role())) {
                throw new ForbiddenException();
            }
        }
    }
}
