package io.parlance.rest;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlCData;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlRootElement;
import io.parlance.core.problem.RejectedException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class XmlTest {
    @Test
    void readsTheTreeThatJsonOfTheSameContentHas() {
        assertThatJson(
                        read(
                                """
                        <a>
                          <list><item><id>1</id></item><item><id>2</id></item></list>
                          <single>x</single>
                        </a>"""))
                .isEqualTo(
                        """
                        {"a": {"list": {"item": [{"id": "1"}, {"id": "2"}]}, "single": "x"}}""");
    }

    @Test
    void joinsTextAndCdataAndStripsOuterWhiteSpace() {
        assertThatJson(read("<a> <![CDATA[<b>]]> &amp; <!-- no -->more<![CDATA[ ]]> </a>"))
                .isEqualTo("{\"a\": \"<b> & more\"}");
    }

    @Test
    void readsBlankElementsAsNull() {
        assertThatJson(read("<a><b/><c></c><d> \n </d><e><![CDATA[]]> </e></a>"))
                .isEqualTo("{\"a\": {\"b\": null, \"c\": null, \"d\": null, \"e\": null}}");
    }

    @Test
    void ignoresAttributesNamespacesCommentsAndInstructions() {
        assertThatJson(
                        read(
                                """
                        <?xml version="1.0"?><?tool hint?><!-- a -->
                        <n:a xmlns:n="urn:n" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                            xsi:schemaLocation="urn:n http://127.0.0.1/n.xsd">
                          <b xmlns="urn:m" id="7" xsi:nil="true">5</b>
                        </n:a>"""))
                .isEqualTo("{\"a\": {\"b\": \"5\"}}");
    }

    @Test
    void refusesTextBesideElements() {
        refuses("<a>text <b>bold</b></a>");
    }

    @Test
    void refusesWhatIsNotWellFormed() {
        refuses("", " ", "text", "<a>", "<a></b>", "<a/><b/>", "<a/>rest", "<a b=1/>", "<a>&nbsp;</a>", "<n:a/>");
    }

    @Test
    void refusesCharactersThatCannotBeStored() {
        refuses("<a>&#0;</a>", "<a>&#xD800;</a>", "<a>\u0000</a>");
        refuses(new byte[] {'<', 'a', '>', (byte) 0xff, '<', '/', 'a', '>'});
        refuses(halfPairInUtf16());
    }

    @Test
    void prefersTheTransportsCharsetOverTheDocumentsOwn() {
        var body = "<?xml version=\"1.0\" encoding=\"utf-16\"?><a>\u00e9</a>".getBytes(StandardCharsets.UTF_8);
        assertThatJson(Xml.read(body, StandardCharsets.UTF_8)).isEqualTo("{\"a\": \"\u00e9\"}");
    }

    @Test
    void readsTheDocumentsOwnCharsetAndByteOrderMarks() {
        var latin =
                "<?xml version=\"1.0\" encoding=\"iso-8859-1\"?><a>\u00e9</a>".getBytes(StandardCharsets.ISO_8859_1);
        assertThatJson(Xml.read(latin, null)).isEqualTo("{\"a\": \"\u00e9\"}");
        var marked = "\ufeff<a>\u00e9</a>".getBytes(StandardCharsets.UTF_8);
        assertThatJson(Xml.read(marked, null)).isEqualTo("{\"a\": \"\u00e9\"}");
        assertThatJson(Xml.read(marked, StandardCharsets.UTF_8)).isEqualTo("{\"a\": \"\u00e9\"}");
        var wide = "\ufeff<a>\u00e9</a>".getBytes(StandardCharsets.UTF_16LE);
        assertThatJson(Xml.read(wide, null)).isEqualTo("{\"a\": \"\u00e9\"}");
    }

    @Test
    void refusesBytesThatAreNotOfTheTransportsCharset() {
        assertThatThrownBy(
                        () -> Xml.read("<a>\u00e9</a>".getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8))
                .isInstanceOf(RejectedException.class);
    }

    @Test
    void writesOneDocumentWithItsDeclaration() {
        var value = new Sample(List.of(1L, 2L), "a < b & c");
        assertThat(Xml.write(value))
                .isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>"
                        + "<sample><id>1</id><id>2</id><text>a &lt; b &amp; c</text></sample>");
    }

    @JacksonXmlRootElement(localName = "sample")
    record Sample(List<Long> id, String text) {}

    private static Object read(String xml) {
        return Xml.read(xml.getBytes(StandardCharsets.UTF_8), null);
    }

    @Test
    void partsCdataAtItsEndMarkAndWritesBlanksForWhatXmlDoesNotHave() {
        record Cdata(@JacksonXmlCData String html, String text) {}

        var written = Xml.write(new Cdata("a ]]> b", "c\u0001d"));

        assertThat(written).contains("<text>c d</text>").doesNotContain("a ]]> b");
        assertThatJson(read(written)).isEqualTo("{\"Cdata\": {\"html\": \"a ]]> b\", \"text\": \"c d\"}}");
    }

    private static void refuses(String... documents) {
        for (var document : documents) {
            refuses(document.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void refuses(byte[] document) {
        assertThatThrownBy(() -> Xml.read(document, null))
                .as(new String(document, StandardCharsets.UTF_8))
                .isInstanceOf(RejectedException.class);
    }

    private static byte[] halfPairInUtf16() {
        var bytes = "\ufeff<a>?</a>".getBytes(StandardCharsets.UTF_16LE);
        bytes[8] = 0;
        bytes[9] = (byte) 0xd8;
        return bytes;
    }
}
