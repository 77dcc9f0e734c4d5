package io.parlance.dialect.highq;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.parlance.it.Admin;
import io.parlance.it.Answer;
import io.parlance.it.Http;
import java.util.Set;
import java.util.TreeSet;
import org.xmlunit.assertj3.XmlAssert;

/** A tenant with a sender and two recipients, and the requests that the tests send. */
record HighqTenant(Admin.Tenant admin, Person sender, Person first, Person second, String token) {
    static final String PATH = "/api/4/conversations/";
    static final String JSON = "application/json";

    /** A person by both ids. */
    record Person(String id, long number) {}

    static HighqTenant create() {
        var admin = Admin.tenant();
        var sender = person(admin, "sender");
        return new HighqTenant(
                admin, sender, person(admin, "first"), person(admin, "second"), admin.userToken(sender.id(), "bearer"));
    }

    static Person person(Admin.Tenant tenant, String name) {
        var user = tenant.user(name + "@highq.example", "[]");
        return new Person(user.path("id").asText(), user.path("number").asLong());
    }

    Http post() {
        return post(PATH);
    }

    Http post(String path) {
        return Http.post(path).bearer(token);
    }

    /** Sends XML and asks for JSON. */
    Answer xml(String recipients, String messages) {
        return post().xml(xmlBody(recipients, messages)).header("Accept", JSON).send();
    }

    /** Sends and asks for JSON. */
    Answer json(String body) {
        return post().json(body).header("Accept", JSON).send();
    }

    static String xmlBody(String recipients, String messages) {
        return "<conversation><recipients><users>%s</users></recipients><messages>%s</messages></conversation>"
                .formatted(recipients, messages);
    }

    /** A correct request of one message to the first recipient. */
    String xmlTo(Person recipient, String html) {
        return xmlBody(user(recipient.number()), message(html));
    }

    static String user(long number) {
        return "<user><userid>" + number + "</userid></user>";
    }

    static String message(String html) {
        return "<message><html><![CDATA[" + html + "]]> </html></message>";
    }

    /** The thread with this number, as the admin API shows it. */
    JsonNode thread(long number) {
        for (var thread :
                Admin.get(admin.path("/threads?dialect=highq&limit=250")).json().path("items")) {
            if (thread.path("number").asLong() == number) {
                return thread;
            }
        }
        throw new AssertionError("no conversation " + number);
    }

    /** The message with this number, as the admin API shows it. */
    JsonNode message(long number) {
        for (var message : admin.messages()) {
            if (message.path("number").asLong() == number) {
                return message;
            }
        }
        throw new AssertionError("no message " + number);
    }

    Set<String> participants(long conversation) {
        var ids = new TreeSet<String>();
        thread(conversation).path("participants").forEach(id -> ids.add(id.asText()));
        return ids;
    }

    /** Checks an error object in whichever form it comes. */
    static void assertError(Answer answer, int status, int ref, String summary) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        if (answer.mediaType().equals(JSON)) {
            var error = answer.json();
            assertThat(error.properties())
                    .extracting(java.util.Map.Entry::getKey)
                    .containsExactly("link", "ref", "summary");
            assertThat(error.path("link").asText()).matches("http://[^/]+/api/[0-9]+/error/[A-Za-z0-9._:-]+");
            assertThat(error.path("ref").intValue()).isEqualTo(ref);
            assertThat(error.path("summary").asText()).isEqualTo(summary);
            return;
        }
        assertThat(answer.mediaType()).endsWith("/xml");
        assertThat(answer.body())
                .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>")
                .matches("(?s)<[?].*[?]>\\s*<error><link>http://[^/]+/api/[0-9]+/error/[A-Za-z0-9._:-]+</link><ref>"
                        + ref + "</ref><summary>" + summary + "</summary></error>");
        XmlAssert.assertThat(answer.body()).nodesByXPath("/error").exist();
    }
}
