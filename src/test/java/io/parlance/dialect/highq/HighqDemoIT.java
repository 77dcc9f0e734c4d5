package io.parlance.dialect.highq;

import static io.parlance.dialect.highq.HighqTenant.assertError;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parlance.it.Admin;
import io.parlance.it.Answer;
import io.parlance.it.Http;
import io.parlance.it.TestServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The request that the demo tenant offers, which is also the one place with attachments before they can be uploaded. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HighqDemoIT {
    private static final Pattern CURL = Pattern.compile("(?s)# highq\n(curl \\S+ .*?</conversation>')");

    private String token;
    private String body;

    @BeforeAll
    void readTheSheet() throws IOException {
        TestServer.baseUri();
        var matcher = CURL.matcher(Files.readString(TestServer.demoSheet()));
        assertThat(matcher.find()).isTrue();
        var curl = matcher.group(1);
        assertThat(curl.lines()).hasSizeLessThanOrEqualTo(5);
        token = curl.replaceFirst("(?s).*Authorization: Bearer ([^']+)'.*", "$1");
        body = curl.replaceFirst("(?s).* -d '(.*)'", "$1");
    }

    @Test
    void worksAsPrintedAndKeepsTheAttachments() {
        var answer = send(body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        var newest = Admin.get("/tenants/demo/messages?dialect=highq&limit=1")
                .json()
                .path("items")
                .path(0);
        assertThat(newest.path("text").asText()).isEqualTo("<p>Please see the files.</p>");
        assertThat(newest.path("attributes").path("attachments"))
                .extracting(id -> "<id>" + id.asText() + "</id>")
                .hasSize(2)
                .allMatch(body::contains);
    }

    @Test
    void takesEmptyContentAndTheSameFileTwice() {
        var empty = body.replace("<p>Please see the files.</p>", "");
        var message = empty.replaceFirst("(?s).*<messages>(.*)</messages>.*", "$1");
        assertThat(send(empty.replace(message, message + message)).status()).isEqualTo(201);
    }

    @Test
    void refusesAnAttachmentOfAnotherPerson() {
        var stranger = HighqTenant.create();
        var id = body.replaceFirst("(?s).*?<id>([0-9]+)</id>.*", "$1");
        assertError(
                stranger.xml(
                        HighqTenant.user(stranger.first().number()),
                        "<message><html>a</html><attachments><attachment><id>" + id
                                + "</id></attachment></attachments></message>"),
                403,
                132,
                "Validation failed");
    }

    @Test
    void opensNoConnectionForWhatADocumentNames() throws IOException {
        try (var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var url = "http://127.0.0.1:" + listener.getLocalPort() + "/x";
            var attacks = List.of(
                    "<!DOCTYPE conversation SYSTEM \"" + url + "\">" + body,
                    "<!DOCTYPE conversation [<!ENTITY % a SYSTEM \"" + url + "\"> %a;]>" + body,
                    "<!DOCTYPE conversation [<!ENTITY a SYSTEM \"" + url + "\">]>" + body.replace("]]>", "]]>&a;"),
                    body.replace(
                            "<messages>",
                            "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"" + url
                                    + "\"/><messages>"));
            for (var attack : attacks) {
                assertError(send(attack), 400, 100, "Problem with parameters");
            }
            listener.setSoTimeout(500);
            assertThatThrownBy(listener::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    private Answer send(String xml) {
        return Http.post(HighqTenant.PATH).bearer(token).xml(xml).send();
    }
}
