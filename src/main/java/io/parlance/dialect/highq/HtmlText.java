package io.parlance.dialect.highq;

/** Turns plain text into HTML that shows it. */
final class HtmlText {
    private HtmlText() {}

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
