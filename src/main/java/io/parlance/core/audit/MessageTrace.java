package io.parlance.core.audit;

/**
 * What the entry of a message is called. No such entry is written: a message is never changed, so it tells by itself who posted
 * it, and its thread is the resource.
 */
public record MessageTrace(String action, String resourceType) {}
