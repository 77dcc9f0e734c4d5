package io.parlance.rest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A body in a file. Pieces are written as they come, on the container's thread that brings them: they are small, and go to
 * the page cache of the operating system.
 */
final class FileBody implements Body {
    /** What a parser of parts buffers. */
    private static final int IN_MEMORY = 8192;

    private static final System.Logger LOG = System.getLogger(FileBody.class.getName());

    private final Path directory;
    private final Runnable afterwards;
    private @Nullable Path file;
    private @Nullable OutputStream output;
    private final List<InputStream> inputs = new ArrayList<>();
    private long length;
    private boolean discarded;

    /** The second argument runs once, when the file is given up. */
    FileBody(Path directory, Runnable afterwards) {
        this.directory = directory;
        this.afterwards = afterwards;
    }

    @Override
    public synchronized boolean add(byte[] piece, int count) throws IOException {
        if (discarded) {
            return false;
        }
        if (output == null) {
            file = Files.createTempFile(directory, "body", "");
            output = Files.newOutputStream(file);
        }
        output.write(piece, 0, count);
        length += count;
        return true;
    }

    @Override
    public synchronized long length() {
        return length;
    }

    @Override
    public synchronized InputStream open() throws IOException {
        if (file == null || discarded) {
            return InputStream.nullInputStream();
        }
        var input = Files.newInputStream(file);
        inputs.add(input);
        return input;
    }

    @Override
    public synchronized void discard() {
        if (discarded) {
            return;
        }
        discarded = true;
        try (var writing = output) {
            for (var input : inputs) {
                input.close();
            }
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "a temporary file stays until the next start: " + file, e);
        } finally {
            afterwards.run();
        }
    }

    @Override
    public long inMemory() {
        return IN_MEMORY;
    }
}
