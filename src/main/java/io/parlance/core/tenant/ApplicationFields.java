package io.parlance.core.tenant;

/**
 * What a caller may say about an application.
 *
 * @param settings JSON object of documented switches, as text, checked by the caller
 */
public record ApplicationFields(String name, String settings) {}
