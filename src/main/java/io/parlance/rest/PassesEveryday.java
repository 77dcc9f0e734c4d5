package io.parlance.rest;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a request filter that lets everyday requests pass as they are: a POST to an operation's address as it is documented,
 * with a body declared as JSON, by a client that takes JSON. Such requests need not be shown to it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface PassesEveryday {}
