package io.parlance.dialect.highq;

import io.parlance.core.message.FileFacts;
import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import io.parlance.rest.MultipartForm;
import io.parlance.rest.StorableText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The form by which a file comes: the parts {@code file} and {@code filename}, in any order. It is read twice: once to know all
 * of the file, once to store it.
 */
final class UploadForm {
    private static final int MAX_NAME = 255;
    private static final int MAX_NAME_BYTES = 4096;
    /** So much of a file tells its type. */
    private static final int HEAD = 4096;

    private final MultipartForm form;

    UploadForm(MultipartForm form) {
        this.form = form;
    }

    /** What a look at the parts has found. */
    private static final class Found {
        private @Nullable String filename;
        private @Nullable String nameOfPart;
        private byte[] head = {};
        private String sha256 = "";
        private long size = -1;
    }

    /** All about the file; a larger one than that is refused. */
    FileFacts inspect(long maxBytes) {
        var found = new Found();
        form.read((name, fileName, content) -> look(name, fileName, content, found));
        if (found.size < 0) {
            throw new RejectedException(Reason.INPUT_INVALID, "there is no part \"file\"");
        }
        if (found.size > maxBytes) {
            throw new RejectedException(Reason.BODY_TOO_LARGE, "the file exceeds " + maxBytes + " bytes");
        }
        var name = name(found);
        return new FileFacts(name, FileType.detect(found.head, name), found.size, found.sha256);
    }

    private static void look(String name, @Nullable String fileName, InputStream content, Found found)
            throws IOException {
        if (name.equals("file") && found.size < 0) {
            found.nameOfPart = fileName;
            measure(content, found);
        } else if (name.equals("filename") && found.filename == null) {
            found.filename = text(content);
        } else if (name.equals("file") || name.equals("filename")) {
            throw new RejectedException(Reason.INPUT_INVALID, "a part is sent twice");
        }
    }

    private static void measure(InputStream content, Found found) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            found.head = content.readNBytes(HEAD);
            var whole = new SequenceInputStream(new ByteArrayInputStream(found.head), content);
            found.size = new DigestInputStream(whole, digest).transferTo(OutputStream.nullOutputStream());
            found.sha256 = HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    private static String text(InputStream content) throws IOException {
        var bytes = content.readNBytes(MAX_NAME_BYTES);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** The name without folders, which some browsers send along, and without characters that turn it around. */
    private static String name(Found found) {
        var sent = found.filename == null || found.filename.isBlank() ? found.nameOfPart : found.filename;
        var name = Objects.requireNonNullElse(sent, "")
                .replaceAll("[\\p{Cntrl}\\u202a-\\u202e\\u2066-\\u2069]", "")
                .replaceAll(".*[/\\\\]", "")
                .strip();
        StorableText.check(name);
        if (name.isEmpty() || name.equals(".") || name.equals("..") || name.length() > MAX_NAME) {
            throw new RejectedException(Reason.INPUT_INVALID, "the file has no name, or a very long one");
        }
        return name;
    }

    /** Reads the file once more, from its beginning. */
    <T> T read(Function<InputStream, T> reader) {
        var results = new ArrayList<T>();
        form.read((name, fileName, content) -> {
            if (name.equals("file")) {
                results.add(reader.apply(content));
            }
        });
        return results.get(0);
    }
}
