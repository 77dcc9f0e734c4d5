package io.parlance.dialect.travtus;

import static io.parlance.dialect.travtus.TravtusTenant.assertError;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parlance.it.Admin;
import io.parlance.it.Answer;
import io.parlance.it.Http;
import io.parlance.it.TestServer;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** {@code GET /webhook/app-portal-access/}: every refusal is 401 here, also that of a missing header. */
class TravtusPortalAccessIT {
    private static final String PATH = "/webhook/app-portal-access/";

    private final TravtusTenant travtus = new TravtusTenant();

    @Test
    void answersALinkThatOpensOnce() {
        var answer = access();

        assertThat(answer.status()).isEqualTo(200);
        assertThatJson(answer.body()).isObject().containsOnlyKeys("url");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        var opened = open(link(answer));
        assertThat(opened.status()).isEqualTo(302);
        assertThat(opened.header("Location")).endsWith("/docs/");
        var again = open(link(answer));
        assertThat(again.status()).isEqualTo(404);
        assertThatJson(again.body()).isEqualTo("{\"detail\":\"Not found.\"}");
    }

    @Test
    void answersAnotherLinkEachTime() {
        assertThat(link(access())).isNotEqualTo(link(access()));
    }

    @Test
    void closesALinkAfterAWhile() throws SQLException {
        var link = link(access());
        try (var connection = TestServer.connect();
                var statement = connection.prepareStatement(
                        "update short_lived_secret set expires_at = now() where tenant_id = ?")) {
            statement.setObject(1, UUID.fromString(travtus.tenant.id()));
            assertThat(statement.executeUpdate()).isOne();
        }

        assertThat(open(link).status()).isEqualTo(404);
    }

    @Test
    void usesNoLinkUpForWhoOnlyLooksAtItsHead() {
        var link = link(access());

        var head = Http.request("HEAD", link).send();

        assertThat(head.status()).isEqualTo(405);
        assertThat(head.header("Allow")).isEqualTo("GET");
        assertThat(open(link).status()).isEqualTo(302);
    }

    @Test
    void closesALinkWithTheCredentialItWasIssuedOn() {
        var credential = travtus.tenant.credential(travtus.application, "{\"kind\":\"bearer\"}");
        var link = link(Http.get(PATH).bearer(credential.path("token").asText()).send());

        Admin.call(
                "DELETE",
                travtus.tenant.path("/credentials/" + credential.path("id").asText()),
                "");

        assertThat(open(link).status()).isEqualTo(404);
    }

    @Test
    void opensNothingByAnInventedKey() {
        assertThat(open(PATH + "invented").status()).isEqualTo(404);
        assertThat(open(PATH + travtus.token).status()).isEqualTo(404);
    }

    @Test
    void answers401WhateverIsWrongWithTheCredential() {
        var missing = Http.get(PATH).send();
        assertError(
                missing,
                401,
                "missing_authorization",
                "Your request does not include an 'Authorization' header with a bearer token for your account.");
        assertThat(missing.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertError(
                Http.get(PATH).bearer("nonsense").send(),
                401,
                "invalid_authorization",
                "The bearer token you have provided in the 'Authorization' header is invalid.");
        var shortLived = travtus.bearer(",\"ttlSeconds\":1");
        await().untilAsserted(() -> assertError(
                Http.get(PATH).bearer(shortLived).send(),
                401,
                "expired_token",
                "The bearer token you have provided in the 'Authorization' header has expired."
                        + " Please obtain a new one."));
    }

    private Answer access() {
        return Http.get(PATH).bearer(travtus.token).send();
    }

    /** The path of a link, which must lead to the server that was asked. */
    private static String link(Answer answer) {
        var url = answer.json().path("url").asText();
        var server = TestServer.baseUri().toString();
        assertThat(url).startsWith(server + PATH);
        return url.substring(server.length());
    }

    private static Answer open(String path) {
        return Http.get(path).send();
    }
}
