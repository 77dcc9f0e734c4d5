package io.parlance.dialect.highq;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.parlance.it.Answer;
import io.parlance.it.Http;
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

    private String code() {
        return client.logIn().answer().header("Location").replaceFirst(".*[&?]code=([^&]+).*", "$1");
    }

    @Test
    void givesTokensForACode() {
        var answer = client.redeem(code());

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
        var used = client.use(access(client.redeem(code())));

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
                        code()))
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
        var answer = OAuthClient.request(OAuthClient.fields("grant_type", "authorization_code", "code", code()))
                .header("Authorization", "Basic " + basic)
                .send();
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void takesACodeOnceAndEndsWhatWasIssuedOnIt() {
        var code = code();
        var first = client.redeem(code);

        assertRefused(client.redeem(code), "invalid_grant");

        assertThat(client.use(access(first)).status()).isEqualTo(401);
        assertRefused(client.refresh(refresh(first)), "invalid_grant");
    }

    @Test
    void givesOneOfManyWhoAskAtOnceTheTokens() {
        var code = code();
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
        var first = client.redeem(code());
        var second = client.refresh(refresh(first));

        assertThat(second.status()).as(second.body()).isEqualTo(200);
        assertThat(refresh(second)).isNotEqualTo(refresh(first));
        assertThat(client.use(access(first)).status()).isEqualTo(201);
        assertThat(client.use(access(second)).status()).isEqualTo(201);
    }

    @Test
    void endsTheFamilyWhenAnOldRefreshTokenComesBack() {
        var first = client.redeem(code());
        var second = client.refresh(refresh(first));
        assertThat(client.use(access(second)).status()).isEqualTo(201);

        assertRefused(client.refresh(refresh(first)), "invalid_grant");

        assertRefused(client.refresh(refresh(second)), "invalid_grant");
        assertThat(client.use(access(first)).status()).isEqualTo(401);
        assertThat(client.use(access(second)).status()).isEqualTo(401);
    }

    @Test
    void leavesOtherGrantsOfThePersonAlone() {
        var other = client.redeem(code());
        var code = code();
        client.redeem(code);
        client.redeem(code);

        assertThat(client.use(access(other)).status()).isEqualTo(201);
    }

    @Test
    void saysThatATokenIsExpired() throws SQLException {
        var tokens = client.redeem(code());
        shift("PERSON_TOKEN", "-1 second");

        var answer = client.use(access(tokens));

        HighqTenant.assertError(answer, 403, 130, "Access denied");
        assertThat(client.refresh(refresh(tokens)).status()).isEqualTo(200);
    }

    @Test
    void takesNoCodeAndNoRefreshTokenAfterItsEnd() throws SQLException {
        var code = code();
        shift("AUTHORIZATION_CODE", "-1 second");
        assertRefused(client.redeem(code), "invalid_grant");

        var tokens = client.redeem(code());
        shift("REFRESH_TOKEN", "-1 second");
        assertRefused(client.refresh(refresh(tokens)), "invalid_grant");
    }

    @Test
    void keepsHalfAnHourForACode() throws SQLException {
        code();
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
    void givesNothingToAnotherClient() {
        var other = client.another();
        var code = code();
        assertRefused(other.redeem(code), "invalid_grant");

        var tokens = client.redeem(code);
        assertThat(tokens.status()).isEqualTo(200);
        assertRefused(other.refresh(refresh(tokens)), "invalid_grant");
        assertThat(client.refresh(refresh(tokens)).status()).isEqualTo(200);
    }

    @Test
    void obeysTheLifetimeThatTheApplicationIsSetTo() {
        var brief = OAuthClient.create("{\"highq.accessTokenMinutes\":30,\"highq.allowDenyScreen\":\"false\"}");
        var code = brief.logIn().answer().header("Location").replaceFirst(".*[&?]code=([^&]+).*", "$1");

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
        var tokens = client.redeem(code());
        client.tenant()
                .admin()
                .call(
                        "DELETE",
                        client.tenant()
                                .path("/users/" + client.person().path("id").asText()),
                        "");

        assertThat(client.use(access(tokens)).status()).isEqualTo(401);
        assertRefused(client.refresh(refresh(tokens)), "invalid_grant");
    }

    @Test
    void letsAClientActForAServiceUserThatAnOperatorChose() {
        var service = OAuthClient.create("{}");
        assertRefused(service.token("grant_type", "client_credentials"), "unauthorized_client");
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
            assertThat(service.use(access(answer)).status()).isEqualTo(201);
        });
    }

    @Test
    void countsTheApplicationsSettings() {
        var old = OAuthClient.create("{\"highq.createdStatus\":\"200\",\"highq.allowDenyScreen\":\"false\"}");
        var code = old.logIn().answer().header("Location").replaceFirst(".*[&?]code=([^&]+).*", "$1");

        assertThat(old.use(access(old.redeem(code))).status()).isEqualTo(200);
    }

    @Test
    void opensNoOtherApi() {
        var token = access(client.redeem(code()));
        assertThat(Http.post("/v1/requests/" + client.tenant().id() + "/messages")
                        .bearer(token)
                        .header("X-Tenant-ID", client.tenant().id())
                        .json("{\"content\":\"x\"}")
                        .send()
                        .status())
                .isEqualTo(401);
        assertThat(Http.post("/messages/").bearer(token).json("{}").send().status())
                .isEqualTo(401);
    }

    @Test
    void refusesInTheWordsOfTheStandard() {
        assertRefused(
                client.token("grant_type", "password", "username", "a", "password", "b"), "unsupported_grant_type");
        assertRefused(client.token("grant_type", "authorization_code"), "invalid_request");
        assertRefused(client.token("code", "plc_x"), "invalid_request");
        assertRefused(client.token("grant_type", "authorization_code", "code", "nonsense"), "invalid_grant");
        assertRefused(
                client.token(
                        "grant_type", "authorization_code", "code", code(), "redirect_uri", "https://evil.example/"),
                "invalid_grant");
        assertRefused(
                client.token("grant_type", "refresh_token", "refresh_token", "x", "client_secret", "wrong"),
                "invalid_client");
        var basic = OAuthClient.request(OAuthClient.fields("grant_type", "client_credentials"))
                .header("Authorization", "Basic eDp5")
                .send();
        assertThat(basic.status()).isEqualTo(401);
        assertThat(basic.header("WWW-Authenticate")).startsWith("Basic");
        assertThatJson(basic.body()).isEqualTo("{\"error\":\"invalid_client\"}");
    }

    @Test
    void refusesSecretsInTheAddress() {
        assertRefused(
                Http.post("/api/oauth2/token?client_secret=x")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .body("grant_type=refresh_token")
                        .send(),
                "invalid_request");
    }

    private void shift(String kind, String interval) throws SQLException {
        try (var connection = TestServer.connect();
                var update =
                        connection.prepareStatement("update short_lived_secret set expires_at = now() + ?::interval"
                                + " where tenant_id = ?::uuid and kind = ?")) {
            update.setString(1, interval);
            update.setString(2, client.tenant().id());
            update.setString(3, kind);
            update.executeUpdate();
        }
    }

    private static String access(Answer answer) {
        return member(answer, "access_token").asText();
    }

    private static String refresh(Answer answer) {
        return member(answer, "refresh_token").asText();
    }

    private static JsonNode member(Answer answer, String name) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().path(name);
    }

    private static void assertRefused(Answer answer, String error) {
        assertThatJson(answer.body()).isEqualTo("{\"error\":\"" + error + "\"}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }
}
