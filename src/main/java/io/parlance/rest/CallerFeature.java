package io.parlance.rest;

import jakarta.annotation.Priority;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;

/** Demands a caller for every operation that is not {@link Public}, and the role where {@link ForRole} names one. */
public class CallerFeature implements DynamicFeature {
    @Override
    public void configure(ResourceInfo operation, FeatureContext context) {
        var method = operation.getResourceMethod();
        var resource = operation.getResourceClass();
        var role = method.isAnnotationPresent(ForRole.class)
                ? method.getAnnotation(ForRole.class)
                : resource.getAnnotation(ForRole.class);
        if (role != null) {
            context.register(new RoleRequired(role.value()));
        }
        if (role != null || !(method.isAnnotationPresent(Public.class) || resource.isAnnotationPresent(Public.class))) {
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
     * Refuses a caller of another role. It asks the realm's verdict and not {@code isUserInRole}, which on Payara answers for
     * the thread and so, after an asynchronous dispatch, for nobody or for the caller of an earlier request.
     */
    @Priority(Priorities.AUTHORIZATION)
    public static class RoleRequired implements ContainerRequestFilter {
        private final String role;

        RoleRequired(String role) {
            this.role = role;
        }

        @Override
        public void filter(ContainerRequestContext context) {
            if (!role.equals(Callers.of(context).role())) {
                throw new ForbiddenException();
            }
        }
    }
}
