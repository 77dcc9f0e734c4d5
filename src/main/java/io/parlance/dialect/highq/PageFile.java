package io.parlance.dialect.highq;

import io.parlance.core.access.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;

/** The parts of the login pages, which lie in files. */
final class PageFile {
    private PageFile() {}

    static String read(String name) {
        try (var file = Objects.requireNonNull(PageFile.class.getResourceAsStream("login/" + name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As a content security policy names what may stand inside a page. */
    static String hash(String text) {
        return "sha256-" + Base64.getEncoder().encodeToString(Secret.sha256(text));
    }
}
