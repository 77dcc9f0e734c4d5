package io.parlance.dialect.highq;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlSanitizer;
import org.owasp.html.PolicyFactory;
import org.owasp.html.Sanitizers;

/** HTML that people write, as others may see it. It is stored as received; nothing of it reaches a browser but through here. */
final class HtmlText {
    private static final int SNIPPET = 200;

    /** What formats a text. Everything else is left out, with its content where that is no text: scripts, forms, frames. */
    private static final PolicyFactory FORMATTING = Sanitizers.FORMATTING
            .and(Sanitizers.BLOCKS)
            .and(Sanitizers.STYLES)
            .and(Sanitizers.TABLES)
            .and(Sanitizers.IMAGES)
            .and(Sanitizers.LINKS);

    private static final Set<String> NO_TEXT = Set.of("script", "style", "title", "noscript", "template", "iframe");

    private static final Set<String> WITHIN_LINES = Set.of(
            "a", "abbr", "b", "big", "cite", "code", "del", "em", "font", "i", "ins", "kbd", "mark", "q", "s", "small",
            "span", "strike", "strong", "sub", "sup", "tt", "u");

    private HtmlText() {}

    /** Turns plain text into HTML that shows it. */
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** The same content without anything that acts, asks or hides. */
    static String safe(String html) {
        return FORMATTING.sanitize(html);
    }

    /** The beginning of the text, in one line and without formatting. */
    static String snippet(String html) {
        var text = plain(html);
        return text.codePointCount(0, text.length()) <= SNIPPET
                ? text
                : text.substring(0, text.offsetByCodePoints(0, SNIPPET));
    }

    /** The text, in one line and without formatting. */
    static String plain(String html) {
        var reader = new TextReader();
        HtmlSanitizer.sanitize(html, reader);
        return reader.text.toString().replaceAll("[\\s\\u00a0]+", " ").strip();
    }

    /** Collects the text; what is no part of a line parts words. */
    private static final class TextReader implements HtmlSanitizer.Policy {
        private final StringBuilder text = new StringBuilder();
        private @Nullable String skipped;

        @Override
        public void openDocument() {
            text.setLength(0);
        }

        @Override
        public void closeDocument() {
            skipped = null;
        }

        @Override
        public void openTag(String name, List<String> attributes) {
            var element = name.toLowerCase(Locale.ROOT);
            if (skipped == null && NO_TEXT.contains(element)) {
                skipped = element;
            }
            part(element);
        }

        @Override
        public void closeTag(String name) {
            var element = name.toLowerCase(Locale.ROOT);
            if (element.equals(skipped)) {
                skipped = null;
            }
            part(element);
        }

        private void part(String element) {
            if (!WITHIN_LINES.contains(element)) {
                text.append(' ');
            }
        }

        @Override
        public void text(String part) {
            if (skipped == null) {
                text.append(part);
            }
        }
    }
}
