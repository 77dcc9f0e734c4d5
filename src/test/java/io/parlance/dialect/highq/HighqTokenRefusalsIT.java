package io.parlance.dialect.highq;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.it.Http;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** What {@code POST /api/oauth2/token} refuses, and what its tokens do not open. */
class HighqTokenRefusalsIT {
    private final OAuthClient client = OAuthClient.create("{\"highq.allowDenyScreen\":\"false\"}");

    @Test
    void givesNothingToAnotherClient() {
        var other = client.another();
        var code = client.code();
        OAuthClient.assertRefused(other.redeem(code), "invalid_grant");

        var tokens = client.redeem(code);
        assertThat(tokens.status()).isEqualTo(200);
        OAuthClient.assertRefused(other.refresh(OAuthClient.refreshToken(tokens)), "invalid_grant");
        assertThat(client.refresh(OAuthClient.refreshToken(tokens)).status()).isEqualTo(200);
    }

    @Test
    void refusesInTheWordsOfTheStandard() {
        OAuthClient.assertRefused(
                client.token("grant_type", "password", "username", "a", "password", "b"), "unsupported_grant_type");
        OAuthClient.assertRefused(client.token("grant_type", "authorization_code"), "invalid_request");
        OAuthClient.assertRefused(client.token("code", "plc_x"), "invalid_request");
        OAuthClient.assertRefused(
                client.token("grant_type", "authorization_code", "code", "nonsense"), "invalid_grant");
        OAuthClient.assertRefused(
                client.token(
                        "grant_type",
                        "authorization_code",
                        "code",
                        client.code(),
                        "redirect_uri",
                        "https://evil.example/"),
                "invalid_grant");
        OAuthClient.assertRefused(
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
    void refusesInJsonWhateverElseIsWrongToo() {
        assertThat(Http.get("/api/oauth2/token").send().json().path("ref").asInt())
                .isEqualTo(141);
        assertThat(Http.post("/api/oauth2/token")
                        .json("{}")
                        .send()
                        .json()
                        .path("ref")
                        .asInt())
                .isEqualTo(145);
        assertThat(Http.get("/api/oauth2/token")
                        .header("Accept", "application/xml")
                        .send()
                        .mediaType())
                .isEqualTo("application/xml");
    }

    @Test
    void refusesSecretsInTheAddress() {
        OAuthClient.assertRefused(
                Http.post("/api/oauth2/token?client_secret=x")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .body("grant_type=refresh_token")
                        .send(),
                "invalid_request");
    }

    @Test
    void opensNoOtherApi() {
        var token = OAuthClient.access(client.redeem(client.code()));
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
    void takesNoCodeAndNoRefreshTokenAfterItsEnd() throws SQLException {
        var code = client.code();
        client.shift("AUTHORIZATION_CODE", "-1 second");
        OAuthClient.assertRefused(client.redeem(code), "invalid_grant");

        var tokens = client.redeem(client.code());
        client.shift("REFRESH_TOKEN", "-1 second");
        OAuthClient.assertRefused(client.refresh(OAuthClient.refreshToken(tokens)), "invalid_grant");
    }
}
