package io.parlance.dialect.jitsudo.policy;

import java.nio.charset.StandardCharsets;

/** A place in a text as people count: lines and columns from one, a column being a character. */
public record TextPlace(int line, int column) {

    public static TextPlace of(String text, int offset) {
        var before = text.substring(0, Math.min(offset, text.length()));
        int lineStart = before.lastIndexOf('\n') + 1;
        int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
        return new TextPlace(line, 1 + before.codePointCount(lineStart, before.length()));
    }

    /** The character that the engine, which counts bytes of UTF-8, means. */
    static int characterAt(String text, int utf8Offset) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return new String(bytes, 0, Math.min(utf8Offset, bytes.length), StandardCharsets.UTF_8).length();
    }
}
