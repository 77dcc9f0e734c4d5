package io.parlance.dialect.highq;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.it.Answer;
import io.parlance.it.TestServer;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code POST /api/oauth2/token}, and what the tokens are good for. */
class HighqTokenIT {
    private final OAuthClient client = OAuthClient.create("{\"highq.allowDenyScreen\":\"false\"}");

    @Test
    void givesTokensForACode() {
        var answer = client.redeem(client.code());

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThatJson(answer.body())
                .isEqualTo(
                        """
                        {"access_token": "${json-unit.regex}plp_[a-z0-9]{45}", "expires_in": 18000,
                         "refresh_token": "${json-unit.regex}plr_[a-z0-9]{45}", "refresh_token_expires_in": 31536000,
                         "token_type": "bearer", "useremail": "Ada@highq.example"}""");
        assertThat(answer.mediaType()).isEqualTo("application/json");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void letsTheClientActAsThePerson() {
        var used = client.use(OAuthClient.access(client.redeem(client.code())));

        assertThat(used.status()).as(used.body()).isEqualTo(201);
        assertThat(client.tenant()
                        .messages()
                        .get(0)
                        .path("author")
                        .path("userId")
                        .asText())
                .isEqualTo(client.person().path("id").asText());
    }

    @ParameterizedTest
    @CsvSource({"application/xml, application/xml", "text/xml, text/xml", "'application/xml, */*', application/xml"})
    void answersXmlToWhoeverAsksForIt(String accept, String type) {
        var answer = OAuthClient.request(OAuthClient.fields(
                        "grant_type",
                        "authorization_code",
                        "client_id",
                        client.id(),
                        "client_secret",
                        client.secret(),
                        "redirect_uri",
                        OAuthClient.REDIRECT,
                        "code",
                        client.code()))
                .header("Accept", accept)
                .send();

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.mediaType()).isEqualTo(type);
        assertThat(answer.body())
                .matches("<\\?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"\\?><TokenResponse>"
                        + "<access_token>plp_[a-z0-9]+</access_token><expires_in>18000</expires_in>"
                        + "<refresh_token>plr_[a-z0-9]+</refresh_token>"
                        + "<refresh_token_expires_in>31536000</refresh_token_expires_in>"
                        + "<token_type>bearer</token_type><useremail>Ada@highq.example</useremail></TokenResponse>");
    }

    @Test
    void takesTheSecretByHttpBasicToo() {
        var basic = java.util.Base64.getEncoder()
                .encodeToString(
                        (client.id() + ":" + client.secret()).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        var answer = OAuthClient.request(OAuthClient.fields("grant_type", "authorization_code", "code", client.code()))
                .header("Authorization", "Basic " + basic)
                .send();
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void takesACodeOnceAndEndsWhatWasIssuedOnIt() {
        var code = client.code();
        var first = client.redeem(code);

        OAuthClient.assertRefused(client.redeem(code), "invalid_grant");

        assertThat(client.use(OAuthClient.access(first)).status()).isEqualTo(401);
        OAuthClient.assertRefused(client.refresh(OAuthClient.refreshToken(first)), "invalid_grant");
    }

    @Test
    void givesOneOfManyWhoAskAtOnceTheTokens() {
        var code = client.code();
        var answers =
                IntStream.range(0, 6)
                        .mapToObj(i -> CompletableFuture.supplyAsync(() -> client.redeem(code)))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .map(Answer::status)
                        .toList();

        assertThat(answers).containsOnlyOnce(200).contains(400);
    }

    @Test
    void rotatesRefreshTokens() {
        var first = client.redeem(client.code());
        var second = client.refresh(OAuthClient.refreshToken(first));

        assertThat(second.status()).as(second.body()).isEqualTo(200);
        assertThat(OAuthClient.refreshToken(second)).isNotEqualTo(OAuthClient.refreshToken(first));
        assertThat(client.use(OAuthClient.access(first)).status()).isEqualTo(201);
        assertThat(client.use(OAuthClient.access(second)).status()).isEqualTo(201);
    }

    @Test
    void endsTheFamilyWhenAnOldRefreshTokenComesBack() {
        var first = client.redeem(client.code());
        var second = client.refresh(OAuthClient.refreshToken(first));
        assertThat(client.use(OAuthClient.access(second)).status()).isEqualTo(201);

        OAuthClient.assertRefused(client.refresh(OAuthClient.refreshToken(first)), "invalid_grant");

        OAuthClient.assertRefused(client.refresh(OAuthClient.refreshToken(second)), "invalid_grant");
        assertThat(client.use(OAuthClient.access(first)).status()).isEqualTo(401);
        assertThat(client.use(OAuthClient.access(second)).status()).isEqualTo(401);
    }

    @Test
    void leavesOtherGrantsOfThePersonAlone() {
        var other = client.redeem(client.code());
        var code = client.code();
        client.redeem(code);
        client.redeem(code);

        assertThat(client.use(OAuthClient.access(other)).status()).isEqualTo(201);
    }

    @Test
    void saysThatATokenIsExpired() throws SQLException {
        var tokens = client.redeem(client.code());
        client.shift("PERSON_TOKEN", "-1 second");

        var answer = client.use(OAuthClient.access(tokens));

        HighqTenant.assertError(answer, 403, 130, "Access denied");
        assertThat(client.refresh(OAuthClient.refreshToken(tokens)).status()).isEqualTo(200);
    }

    @Test
    void keepsHalfAnHourForACode() throws SQLException {
        client.code();
        try (var connection = TestServer.connect();
                var query = connection.prepareStatement("select extract(epoch from expires_at - created_at)"
                        + " from short_lived_secret where tenant_id = ?::uuid and kind = 'AUTHORIZATION_CODE'")) {
            query.setString(1, client.tenant().id());
            var row = query.executeQuery();
            assertThat(row.next()).isTrue();
            assertThat(row.getInt(1)).isEqualTo(1800);
        }
    }

    @Test
    void obeysTheLifetimeThatTheApplicationIsSetTo() {
        var brief = OAuthClient.create("{\"highq.accessTokenMinutes\":30,\"highq.allowDenyScreen\":\"false\"}");
        var code = brief.code();

        assertThat(brief.redeem(code).json().path("expires_in").asInt()).isEqualTo(1800);
        for (var minutes : new int[] {29, 44_641}) {
            assertThat(brief.tenant()
                            .admin()
                            .call(
                                    "PATCH",
                                    brief.tenant().path("/applications/" + brief.application()),
                                    "{\"settings\":{\"highq.accessTokenMinutes\":" + minutes + "}}")
                            .body())
                    .contains("must be a whole number from 30 to 44640");
        }
    }

    @Test
    void endsTokensWithTheirClientAndWithTheirPerson() {
        var tokens = client.redeem(client.code());
        client.tenant()
                .admin()
                .call(
                        "DELETE",
                        client.tenant()
                                .path("/users/" + client.person().path("id").asText()),
                        "");

        assertThat(client.use(OAuthClient.access(tokens)).status()).isEqualTo(401);
        OAuthClient.assertRefused(client.refresh(OAuthClient.refreshToken(tokens)), "invalid_grant");
    }

    @Test
    void letsAClientActForAServiceUserThatAnOperatorChose() {
        var service = OAuthClient.create("{}");
        OAuthClient.assertRefused(service.token("grant_type", "client_credentials"), "unauthorized_client");
        service.tenant()
                .admin()
                .call(
                        "PATCH",
                        service.tenant().path("/applications/" + service.application()),
                        "{\"settings\":{\"highq.serviceUser\":%d}}"
                                .formatted(service.person().path("number").asLong()));

        Awaitility.await().untilAsserted(() -> {
            var answer = service.token("grant_type", "client_credentials");
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            assertThat(answer.json().has("refresh_token")).isFalse();
            assertThat(answer.json().has("refresh_token_expires_in")).isFalse();
            assertThat(service.use(OAuthClient.access(answer)).status()).isEqualTo(201);
        });
    }

    @Test
    void countsTheApplicationsSettings() {
        var old = OAuthClient.create("{\"highq.createdStatus\":\"200\",\"highq.allowDenyScreen\":\"false\"}");
        var code = old.code();

        assertThat(old.use(OAuthClient.access(old.redeem(code))).status()).isEqualTo(200);
    }
}
