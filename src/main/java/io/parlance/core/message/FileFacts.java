package io.parlance.core.message;

/**
 * What is known of a file without reading it.
 *
 * @param mediaType by its content, whatever its sender said
 * @param sha256 hexadecimal
 */
public record FileFacts(String name, String mediaType, long size, String sha256) {}
