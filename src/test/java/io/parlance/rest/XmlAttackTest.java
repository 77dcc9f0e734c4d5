package io.parlance.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Documents made to read files, to reach other servers or to wear this one out: refused, quickly, with nothing sent. */
@Timeout(10)
class XmlAttackTest {
    @Test
    void refusesEveryDocumentType() {
        refuses("<!DOCTYPE a><a/>");
        refuses("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>");
        refuses("<!DOCTYPE a [<!ELEMENT a ANY>]><a>b</a>");
    }

    @Test
    void opensNoConnection() throws IOException {
        try (var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var url = "http://127.0.0.1:" + listener.getLocalPort() + "/x";
            refuses("<!DOCTYPE a SYSTEM \"" + url + "\"><a/>");
            refuses("<!DOCTYPE a [<!ENTITY b SYSTEM \"" + url + "\">]><a>&b;</a>");
            refuses("<!DOCTYPE a [<!ENTITY % b SYSTEM \"" + url + "\"> %b;]><a/>");
            refuses("<a xmlns:xi=\"http://www.w3.org/2001/XInclude\"><xi:include href=\"" + url + "\"/></a>");
            Xml.read(
                    ("<?xml-stylesheet href=\"" + url + "\"?><a xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\""
                                    + " i:noNamespaceSchemaLocation=\"" + url + "\"/>")
                            .getBytes(UTF_8),
                    null);
            listener.setSoTimeout((int) Duration.ofMillis(300).toMillis());
            assertThatThrownBy(listener::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void refusesEntitiesThatGrow() {
        var entities = IntStream.range(1, 30)
                .mapToObj(i -> "<!ENTITY e%d \"&e%d;&e%d;\">".formatted(i, i - 1, i - 1))
                .collect(Collectors.joining());
        refuses("<!DOCTYPE a [<!ENTITY e0 \"boom\">" + entities + "]><a>&e29;</a>");
    }

    @Test
    void refusesDeepNesting() {
        refuses("<a>".repeat(1000) + "</a>".repeat(1000));
        assertThat(Xml.read(("<a>".repeat(64) + "</a>".repeat(64)).getBytes(UTF_8), null))
                .isNotEmpty();
    }

    @Test
    void refusesFloodsOfAttributesAndPrefixes() {
        refuses("<a" + numbered(100_000, " a%d='b'") + "/>");
        refuses("<a" + numbered(100_000, " xmlns:a%d='b'") + "/>");
    }

    @Test
    void refusesFloodsOfElements() {
        refuses("<a>" + "<b/>".repeat(100_000) + "</a>");
    }

    /** 100 000 names of one hash cost the parser 13 seconds before names were counted. */
    @Test
    void refusesNamesThatCollideInTheParsersTable() {
        var names =
                IntStream.range(0, 100_000).mapToObj(XmlAttackTest::sameHash).toList();
        refuses("<a>" + names.stream().map("<%s/>"::formatted).collect(Collectors.joining()) + "</a>");
        refuses("<a>" + names.stream().map("<b %s='c'/>"::formatted).collect(Collectors.joining()) + "</a>");
        refuses("<a>" + names.stream().map("<b xmlns:%s='c'/>"::formatted).collect(Collectors.joining()) + "</a>");
        refuses(names.stream().map("<?%s?>"::formatted).collect(Collectors.joining()) + "<a/>");
    }

    @Test
    void refusesOversizedTexts() {
        refuses("<a>" + "b".repeat(1_000_001) + "</a>");
        refuses("<a><![CDATA[" + "b".repeat(1_000_001) + "]]></a>");
    }

    private static String sameHash(int number) {
        return IntStream.range(0, 17)
                .mapToObj(bit -> (number >> bit & 1) == 0 ? "Aa" : "BB")
                .collect(Collectors.joining());
    }

    private static String numbered(int count, String format) {
        return IntStream.range(0, count).mapToObj(format::formatted).collect(Collectors.joining());
    }

    private static void refuses(String document) {
        assertThatThrownBy(() -> Xml.read(document.getBytes(UTF_8), null))
                .isInstanceOfSatisfying(RejectedException.class, refused -> assertThat(refused.reason())
                        .isEqualTo(Reason.BODY_MALFORMED));
    }
}
