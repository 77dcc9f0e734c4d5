package io.parlance.rest;

import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.util.Locale;
import org.apache.commons.fileupload2.core.DiskFileItem;
import org.apache.commons.fileupload2.core.DiskFileItemFactory;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.core.RequestContext;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;
import org.jspecify.annotations.Nullable;

/**
 * A {@code multipart/form-data} body, read part by part and never held in memory. It may be read again from its beginning. What
 * it refuses is {@link Reason#BODY_MALFORMED}, or {@link Reason#MEDIA_TYPE_UNSUPPORTED} where it is no form at all.
 */
public final class MultipartForm {
    private static final int MAX_PARTS = 100;

    private final Source source;

    private MultipartForm(Source source) {
        this.source = source;
    }

    public static MultipartForm of(HttpServletRequest request) {
        var type = request.getContentType();
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
            throw new RejectedException(Reason.MEDIA_TYPE_UNSUPPORTED, "no multipart form");
        }
        return request.getAttribute(Body.ATTRIBUTE) instanceof Body body
                ? new MultipartForm(new Source(type, body))
                : new MultipartForm(new Source(type, Body.NONE));
    }

    /** Is given each part in turn; what it does not read is passed over. */
    @FunctionalInterface
    public interface Reader {
        /**
         * Takes a part.
         *
         * @param fileName null where the part names no file
         */
        void part(String name, @Nullable String fileName, InputStream content) throws IOException;
    }

    /** Goes through all parts. */
    public void read(Reader reader) {
        try {
            var upload = new JakartaServletFileUpload<DiskFileItem, DiskFileItemFactory>();
            upload.setHeaderCharset(StandardCharsets.UTF_8);
            var parts = upload.getItemIterator(source);
            for (int count = 0; parts.hasNext(); count++) {
                if (count == MAX_PARTS) {
                    throw malformed("the form has more than " + MAX_PARTS + " parts");
                }
                var part = parts.next();
                reader.part(nameOf(part), part.getName(), part.getInputStream());
            }
        } catch (FileUploadException | InvalidPathException e) {
            throw malformed("the body is no form with parts");
        } catch (IOException e) {
            throw malformed("the body ends within a part");
        }
    }

    private static String nameOf(FileItemInput part) {
        var name = part.getFieldName();
        return name == null ? "" : name;
    }

    private static RejectedException malformed(String detail) {
        return new RejectedException(Reason.BODY_MALFORMED, detail);
    }

    private record Source(String type, Body body) implements RequestContext {
        @Override
        public String getCharacterEncoding() {
            return StandardCharsets.UTF_8.name();
        }

        @Override
        public long getContentLength() {
            return body.length();
        }

        @Override
        public String getContentType() {
            return type;
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return body.open();
        }

        @Override
        public boolean isMultipartRelated() {
            return false;
        }
    }
}
