package io.parlance.rest;

import io.parlance.core.doctor.Finding;
import io.parlance.core.doctor.LocalCheck;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;

/** Whether files can be kept while they arrive, and whether the disk has room for all that may come at once. */
@ApplicationScoped
class BodyFilesCheck implements LocalCheck {
    private static final long LEAST = 256L << 20;

    @Inject
    BodyFiles files;

    @Inject
    IntakeLimits limits;

    @Override
    public String name() {
        return "temporary-files";
    }

    @Override
    public Finding run() {
        long wanted = limits.maxAttachments() * limits.attachment().maxBytes()
                + 2 * limits.importFile().maxBytes();
        try {
            Files.delete(Files.createTempFile(files.directory(), "doctor", ""));
            return judge(
                    files.directory().toString(),
                    Files.getFileStore(files.directory()).getUsableSpace(),
                    wanted);
        } catch (IOException e) {
            return Finding.failed(
                    "No file can be made in " + files.directory() + ": attachments and imports are refused.",
                    "Let the user of the server write there, or make room; on most servers java.io.tmpdir decides where it"
                            + " is.");
        }
    }

    static Finding judge(String folder, long free, long wanted) {
        var text = "The disk of " + folder + " has room for " + (free >> 20) + " MiB.";
        var remedy = "Make room, or give the server a folder for temporary files on a larger disk.";
        if (free < LEAST) {
            return Finding.failed(text, remedy);
        }
        return free < wanted
                ? Finding.warning(
                        text + " All files that may come at once need " + (wanted >> 20) + " MiB.",
                        remedy + " Or lower parlance.attachment.max-bytes, .max-at-once or parlance.import.max-bytes.")
                : Finding.ok(text);
    }
}
