package io.parlance.dialect.jitsudo;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks operations whose denials by policy go into the audit log, on disk before the caller hears of them. That happens when the
 * operation's transaction is over: in one of its own inside it, each denial would need a second connection while it holds the
 * first, and as many at once as there are connections would wait for each other.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
@interface DenialsLogged {}
