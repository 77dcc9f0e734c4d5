package io.parlance.rest;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an operation that makes something else than messages and honours the client's {@code Idempotency-Key}: what it makes
 * and its kept answer are one transaction. The method answers a {@code Response} and has the request among its parameters.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface OncePerKey {
    /**
     * Request attribute: what is asked for, as text, where the bytes of the body do not tell it: they may differ from one
     * sending to the next, as the boundaries of a form do, or a header may say for whom.
     */
    String CONTENT = "io.parlance.content";
}
