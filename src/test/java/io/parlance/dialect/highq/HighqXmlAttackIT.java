package io.parlance.dialect.highq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parlance.it.Http;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** Every operation that takes XML refuses what attacks by it, stores nothing, and asks nobody for anything. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
class HighqXmlAttackIT {
    private HighqTenant tenant;
    private String reply;
    private ServerSocket listener;
    private String url;

    @BeforeAll
    void listen() throws IOException {
        tenant = HighqTenant.create();
        var opened = tenant.xml(HighqTenant.user(tenant.first().number()), HighqTenant.message("the only one"));
        reply = HighqTenant.PATH + opened.json().path("conversationid").asLong() + "/messages";
        listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        url = "http://127.0.0.1:" + listener.getLocalPort() + "/x";
    }

    /** Nobody knocked, and nothing was stored. */
    @AfterAll
    void nothingHappened() throws IOException {
        try (var socket = listener) {
            socket.setSoTimeout(500);
            assertThatThrownBy(socket::accept).isInstanceOf(SocketTimeoutException.class);
        }
        assertThat(tenant.admin().messages())
                .allMatch(message -> message.path("text").asText().startsWith("the "));
    }

    @TestFactory
    Stream<DynamicTest> refusesAttacksOnNewConversations() {
        return attacks(HighqTenant.PATH, conversation());
    }

    @TestFactory
    Stream<DynamicTest> refusesAttacksOnReplies() {
        return attacks(reply, message());
    }

    private XmlAttacks conversation() {
        var content = HighqTenant.xmlBody(
                HighqTenant.user(tenant.first().number()), "<message><html>the reply%s</html></message>");
        return new XmlAttacks("conversation", content, url);
    }

    private XmlAttacks message() {
        return new XmlAttacks("message", "<message><html>the reply%s</html></message>", url);
    }

    private Stream<DynamicTest> attacks(String path, XmlAttacks attacks) {
        return attacks.all().entrySet().stream()
                .map(attack -> DynamicTest.dynamicTest(attack.getKey(), () -> refuses(path, attack.getValue())));
    }

    private void refuses(String path, byte[] document) {
        var typed = Http.post(path)
                .bearer(tenant.token())
                .header("Content-Type", "application/xml")
                .header("Accept", HighqTenant.JSON)
                .body(document)
                .send();
        HighqTenant.assertError(typed, 400, 100, "Problem with parameters");

        var looked = Http.post(path).bearer(tenant.token()).body(document).send();
        HighqTenant.assertError(looked, 400, 100, "Problem with parameters");
    }

    /** What only points elsewhere is harmless, as long as nobody follows. */
    @Test
    void followsNoPointer() {
        var pointers = "<?xml-stylesheet href=\"" + url + "\"?>"
                + message()
                        .with("")
                        .replace(
                                "<message>",
                                "<message xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\""
                                        + " i:noNamespaceSchemaLocation=\"" + url + "\" xml:base=\"" + url
                                        + "\" i:schemaLocation=\"urn:a " + url + "\">");
        var answer = Http.post(reply)
                .bearer(tenant.token())
                .xml(pointers)
                .undocumented()
                .send();
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }

    @Test
    void takesTheSameWithoutAnAttack() {
        for (var request : new XmlAttacks[] {conversation(), message()}) {
            var path = request.root().equals("message") ? reply : HighqTenant.PATH;
            assertThat(Http.post(path)
                            .bearer(tenant.token())
                            .xml(request.with(" &lt; &#9786;"))
                            .send()
                            .status())
                    .isEqualTo(201);
        }
    }

    /** More than any request may hold: refused before all of it is read, or as soon as it is looked at. */
    @Test
    void refusesFloodsOfAMillion() {
        for (var flood : conversation().millions()) {
            var answer = Http.post(HighqTenant.PATH)
                    .bearer(tenant.token())
                    .xml(flood)
                    .undocumented()
                    .send();
            assertThat(answer.status()).as(flood.substring(0, 200)).isIn(400, 413);
        }
    }

    @Test
    void looksForDocumentTypesInTheEncodingOfTheTransport() {
        var doctype = "<!DOCTYPE message SYSTEM \"" + url + "\">" + message().with("");
        for (var charset : List.of("UTF-16", "UTF-16LE", "UTF-32", "IBM037", "ISO-8859-1")) {
            assertThat(encoded(doctype, charset, charset)).as(charset).isEqualTo(400);
        }
        assertThat(encoded(doctype, "UTF-8", "UTF-7")).isEqualTo(415);
    }

    private int encoded(String document, String real, String named) {
        return Http.post(reply)
                .bearer(tenant.token())
                .header("Content-Type", "application/xml;charset=" + named)
                .body(document.getBytes(Charset.forName(real)))
                .send()
                .status();
    }

    @Test
    void takesNoXmlWhereNoneIsExpected() {
        var bomb = conversation().all().get("entities that grow");
        for (var path : new String[] {"/api/oauth2/token", "/authorize.action", UploadRequests.PATH}) {
            var answer = Http.post(path)
                    .bearer(tenant.token())
                    .header("Content-Type", "application/xml")
                    .body(bomb)
                    .send();
            assertThat(answer.status()).as(path).isIn(400, 415);
        }
    }
}
