package io.parlance.dialect.highq;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<SCRIPT SRC=//e.example/x.js></SCRIPT>",
                "<img src=x onerror=alert(1)>",
                "<a href=\"javascript:alert(1)\">x</a>",
                "<a href=\"data:text/html,<script>alert(1)</script>\">x</a>",
                "<svg><script>alert(1)</script></svg>",
                "<iframe src=\"https://e.example\"></iframe>",
                "<object data=\"x\"></object><embed src=\"x\">",
                "<form action=\"https://e.example\"><input name=\"a\"></form>",
                "<style>@import url(https://e.example)</style>",
                "<p style=\"background:url(javascript:alert(1))\">x</p>",
                "<p style=\"position:fixed;top:0\">x</p>",
                "<meta http-equiv=\"refresh\" content=\"0\"><base href=\"https://e.example\">",
                "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
                "<!--<img src=\"--><img src=x onerror=alert(1)//\">"
            })
    void leavesNothingThatActs(String html) {
        assertThat(HtmlText.safe(html))
                .doesNotContainIgnoringCase("<script")
                .doesNotContainIgnoringCase("javascript:")
                .doesNotContainIgnoringCase("data:")
                .doesNotContainPattern("(?i)<[^>]*\\son\\w+\\s*=")
                .doesNotContainPattern("(?i)<(iframe|object|embed|form|input|style|meta|base|svg|math)")
                .doesNotContain("position");
    }

    @Test
    void keepsWhatFormats() {
        var html = "<p>a <b>b</b> <i>c</i></p><ul><li>d</li></ul><table><tbody><tr><td>e</td></tr></tbody></table>";
        assertThat(HtmlText.safe(html)).isEqualTo(html);
        assertThat(HtmlText.safe("<a href=\"https://e.example/\">x</a>"))
                .isEqualTo("<a href=\"https://e.example/\" rel=\"nofollow\">x</a>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p>One</p><p>two</p> | One two",
                "con<b>tract</b> | contract",
                "a<br>b<div>c</div> | a b c",
                "a &amp; b &lt;c&gt; &#8364;&nbsp;5 | a & b <c> € 5",
                "<script>x</script><style>y</style><title>z</title>text | text",
                "<td>a</td><td>b | a b",
                "3 < 4 | 3 < 4"
            })
    void readsTheTextInOneLine(String html, String text) {
        assertThat(HtmlText.plain(html)).isEqualTo(text);
    }

    @Test
    void cutsASnippetBetweenCharacters() {
        assertThat(HtmlText.snippet("<p>short</p>")).isEqualTo("short");
        assertThat(HtmlText.snippet("\uD83D\uDE00".repeat(300))).isEqualTo("\uD83D\uDE00".repeat(200));
    }
}
