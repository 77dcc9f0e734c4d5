package io.parlance.dialect.highq;

import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.it.Answer;
import io.parlance.it.Http;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code /authorize.action}: the pages on which people log in and let a client act for them. */
class HighqLoginIT {
    private final OAuthClient client = OAuthClient.create("{}");

    @Test
    void leadsFromTheLoginByTheConsentBackToTheClient() {
        var login = client.open();
        assertPage(login.answer(), 200);
        assertThat(login.answer().body()).contains("<strong>client</strong>").doesNotContain("<script");
        assertThat(login.answer().header("Set-Cookie"))
                .matches("parlance-login=[A-Za-z0-9_-]{32}; Path=/authorize.action; HttpOnly; SameSite=Strict");

        var consent = login.post("email", "ada@highq.example", "password", OAuthClient.PASSWORD);
        assertPage(consent.answer(), 200);
        assertThat(consent.answer().body()).contains("Ada Byron", "Allow", "Deny");

        var back = consent.post("decision", "allow").answer();
        assertThat(back.status()).isEqualTo(303);
        assertThat(back.header("Location"))
                .matches("https://client\\.example/back\\?from=parlance&code=plc_[a-z0-9]{45}&state=a%26b%3Dc%2Fd");
        assertThat(back.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void tellsTheClientThatItWasDenied() {
        assertThat(client.logIn().post("decision", "deny").answer().header("Location"))
                .isEqualTo(OAuthClient.REDIRECT + "&error=access_denied&state=a%26b%3Dc%2Fd");
    }

    @Test
    void asksNobodyWhereTheApplicationIsSetSo() {
        var trusted = OAuthClient.create("{\"highq.allowDenyScreen\":\"false\"}");

        var back = trusted.logIn().answer();

        assertThat(back.status()).as(back.body()).isEqualTo(303);
        assertThat(back.header("Location")).contains("code=plc_");
    }

    @ParameterizedTest
    @CsvSource({
        "ada@highq.example, wrong",
        "nobody@highq.example, correct horse ☂",
        "'', ''",
        "'\"><script>alert(1)</script>', x",
    })
    void showsTheLoginAgainToWhomItDoesNotKnow(String email, String password) {
        var again = client.open().post("email", email, "password", password);

        assertPage(again.answer(), 403);
        assertThat(again.answer().body())
                .contains("role=\"alert\"", "The e-mail address or the password is wrong.")
                .doesNotContain("<script");
        assertThat(again.post("email", "ada@highq.example", "password", OAuthClient.PASSWORD)
                        .answer()
                        .status())
                .isEqualTo(200);
    }

    @Test
    void refusesThePasswordOfAPersonOfAnotherTenant() {
        var other = OAuthClient.create("{}");
        client.tenant()
                .admin()
                .create(
                        client.tenant().path("/users"),
                        "{\"email\":\"only@here.example\",\"firstName\":\"O\",\"lastName\":\"H\",\"password\":\"only here 1\"}");

        assertThat(other.open()
                        .post("email", "only@here.example", "password", "only here 1")
                        .answer()
                        .status())
                .isEqualTo(403);
    }

    @Test
    void slowsDownWhoeverGuesses() {
        for (int i = 0; i < 10; i++) {
            client.open().post("email", "guessed@highq.example", "password", "guess " + i);
        }

        var refused = client.open()
                .post("email", "GUESSED@highq.example", "password", "guess 11")
                .answer();

        assertPage(refused, 429);
        assertThat(refused.header("Retry-After")).isNotEmpty();
        assertThat(refused.body()).contains("Wait a quarter of an hour");
        assertThat(client.logIn().answer().status()).isEqualTo(200);
    }

    @Test
    void neverSendsAnybodyToAnAddressThatIsNotTheClients() {
        for (var address : new String[] {
            "https://client.example/back",
            OAuthClient.REDIRECT + "&more=1",
            "https://client.example.evil/back?from=parlance",
            "https://evil.example/"
        }) {
            var answer = OAuthClient.open(
                            "response_type", "code", "client_id", client.id(), "redirect_uri", address, "state", "s")
                    .answer();
            assertPage(answer, 400);
            assertThat(answer.header("Location")).isEmpty();
        }
    }

    @Test
    void knowsNoClientThatIsUnknownOrRevokedOrHasNoAddress() {
        assertPage(
                OAuthClient.open("response_type", "code", "client_id", "1012").answer(), 400);
        assertPage(OAuthClient.open("response_type", "code").answer(), 400);
        var unaddressed = client.tenant().credential(client.application(), "{\"kind\":\"oauth-client\"}");
        assertPage(
                OAuthClient.open(
                                "response_type",
                                "code",
                                "client_id",
                                unaddressed.path("clientId").asText())
                        .answer(),
                400);
    }

    @Test
    void refusesAnythingButCodes() {
        assertThat(OAuthClient.open("response_type", "token", "client_id", client.id())
                        .answer()
                        .header("Location"))
                .isEqualTo(OAuthClient.REDIRECT + "&error=unsupported_response_type");
        assertThat(OAuthClient.open("client_id", client.id()).answer().header("Location"))
                .isEqualTo(OAuthClient.REDIRECT + "&error=invalid_request");
    }

    @Test
    void knowsNothingByANulCharacter() {
        assertPage(
                OAuthClient.open("response_type", "code", "client_id", client.id() + "\0")
                        .answer(),
                400);
        assertThat(client.open()
                        .post("email", "ada@highq.example\0", "password", OAuthClient.PASSWORD)
                        .answer()
                        .status())
                .isEqualTo(403);
    }

    @Test
    void leadsBackToThePasswordAfterAWrongOne() {
        var again = client.open()
                .post("email", "focus@highq.example", "password", "wrong")
                .answer();

        assertThat(again.body())
                .containsPattern("<input id=\"password\"[^>]* aria-describedby=\"alert\" autofocus>")
                .containsOnlyOnce("autofocus")
                .contains("role=\"alert\" id=\"alert\"");
        assertThat(client.open().answer().body())
                .containsPattern("<input id=\"email\"[^>]* autofocus>")
                .containsOnlyOnce("autofocus");
    }

    @Test
    void takesNoFormOfAnotherSite() {
        var login = client.open();
        var fields = OAuthClient.fields(
                "visit", login.visit(), "email", "ada@highq.example", "password", OAuthClient.PASSWORD);

        var stranger = OAuthClient.Page.send("parlance-login=" + "x".repeat(32), fields);
        assertPage(stranger.answer(), 400);
        assertThat(stranger.answer().body()).contains("This page is too old");

        fields.put("visit", login.visit().substring(2));
        assertPage(OAuthClient.Page.send(login.cookie(), fields).answer(), 400);
        fields.put("visit", "%");
        assertPage(OAuthClient.Page.send(login.cookie(), fields).answer(), 400);
    }

    @Test
    void answersEveryRefusalAsAPage() {
        assertPage(Http.request("PUT", "/authorize.action").send(), 405);
        assertPage(Http.post("/authorize.action").json("{}").send(), 400);
        assertPage(Http.get("/authorize.action?client_id=a&client_id=b").send(), 400);
    }

    private static void assertPage(Answer answer, int status) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualToIgnoringCase("text/html;charset=UTF-8");
        assertThat(answer.body()).startsWith("<!DOCTYPE html>").endsWith("</html>\n");
        assertThat(answer.header("Content-Security-Policy"))
                .startsWith("default-src 'none'; style-src 'sha256-")
                .contains("frame-ancestors 'none'");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
    }
}
