package io.parlance.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** The temporary files that hold attachments and imports while they arrive and while they are worked on. */
@ApplicationScoped
public class BodyFiles {
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

    Path directory() {
        return directory;
    }

    /** Copies a body to a file that outlives its request; who asks for it deletes it. */
    public Path copy(InputStream body) {
        try {
            var file = Files.createTempFile(directory, "copy", "");
            try {
                Files.copy(body, file, StandardCopyOption.REPLACE_EXISTING);
                return file;
            } catch (IOException e) {
                Files.delete(file);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a body cannot be kept in " + directory, e);
        }
    }

    /** A new body in a file; empty if there are too many. */
    Optional<Body> create() {
        return bounds.files().take(1)
                ? Optional.of(new FileBody(directory, () -> bounds.files().giveBack(1)))
                : Optional.empty();
    }
}
