package io.parlance.dialect.highq;

import io.parlance.core.message.FileFacts;
import io.parlance.rest.ByteRange;
import io.parlance.rest.EntityTags;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * How much of a file a request wants: all of it, a part of it, or nothing because the client has it already.
 *
 * @param range empty where nothing is to be sent
 */
record FileWish(int status, Optional<ByteRange> range) {
    static FileWish of(HttpServletRequest request, FileFacts file) {
        if (EntityTags.isKnown(request, tag(file))) {
            return new FileWish(304, Optional.empty());
        }
        var asked = isUnchanged(request, file)
                ? ByteRange.read(request.getHeader("Range"), file.size())
                : Optional.<ByteRange>empty();
        if (asked.isEmpty()) {
            return new FileWish(200, Optional.of(ByteRange.whole(file.size())));
        }
        if (!asked.get().isSatisfiable()) {
            throw new UnsatisfiableRange(file.size());
        }
        return new FileWish(206, asked);
    }

    /** The content's own checksum, so equal contents have equal tags. */
    static String tag(FileFacts file) {
        return '"' + file.sha256() + '"';
    }

    private static boolean isUnchanged(HttpServletRequest request, FileFacts file) {
        var condition = request.getHeader("If-Range");
        return condition == null || condition.strip().equals(tag(file));
    }
}
