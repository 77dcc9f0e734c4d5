package io.parlance.rest;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A part of a content (RFC 9110, section 14).
 *
 * @param end the first byte behind it; not behind the start where nothing of the content is in the range
 */
public record ByteRange(long start, long end) {
    private static final Pattern SINGLE = Pattern.compile("(?i:bytes)=[ \\t]*([0-9]{0,18})-([0-9]{0,18})[ \\t]*");

    public static ByteRange whole(long size) {
        return new ByteRange(0, size);
    }

    /** What a {@code Range} header asks for; empty, so that all of it is sent, for several ranges and what is none. */
    public static Optional<ByteRange> read(@Nullable String header, long size) {
        var range = SINGLE.matcher(header == null ? "" : header);
        if (!range.matches() || range.group(1).isEmpty() && range.group(2).isEmpty()) {
            return Optional.empty();
        }
        if (range.group(1).isEmpty()) {
            return Optional.of(new ByteRange(Math.max(0, size - Long.parseLong(range.group(2))), size));
        }
        long start = Long.parseLong(range.group(1));
        long end = range.group(2).isEmpty() ? size : Math.min(size, Long.parseLong(range.group(2)) + 1);
        boolean backwards = !range.group(2).isEmpty() && Long.parseLong(range.group(2)) < start;
        return backwards ? Optional.empty() : Optional.of(new ByteRange(start, end));
    }

    public boolean isSatisfiable() {
        return start < end;
    }

    public long length() {
        return end - start;
    }

    /** As the header {@code Content-Range} of an answer has it. */
    public String of(long size) {
        return "bytes " + start + "-" + (end - 1) + "/" + size;
    }
}
