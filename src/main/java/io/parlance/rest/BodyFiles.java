package io.parlance.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The temporary files that hold attachments while they arrive and while they are worked on. */
@ApplicationScoped
class BodyFiles {
    static final String FOLDER = "parlance-bodies";

    @Inject
    IntakeBounds bounds;

    private Path directory = Path.of(FOLDER);

    /** Makes the folder ready; what a crash left in it is deleted. The container gives each application its own. */
    void open(Path temporary) {
        directory = temporary.resolve(FOLDER);
        try {
            Files.createDirectories(directory);
            try (var leftOver = Files.newDirectoryStream(directory)) {
                for (var file : leftOver) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the container's temporary folder cannot be used: " + temporary, e);
        }
    }

    /** A new body in a file; empty if there are too many. */
    Optional<Body> create() {
        return bounds.files().take(1)
                ? Optional.of(new FileBody(directory, () -> bounds.files().giveBack(1)))
                : Optional.empty();
    }
}
