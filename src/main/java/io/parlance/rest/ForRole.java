package io.parlance.rest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Opens a resource or an operation to one role only. {@code @RolesAllowed} would be ignored by plain WildFly, and Payara's own
 * check of it asks the thread and not the request.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface ForRole {
    String value();
}
