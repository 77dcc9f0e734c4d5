package io.parlance.dialect.travtus;

import static io.parlance.dialect.travtus.TokenRequests.FORM;
import static io.parlance.dialect.travtus.TokenRequests.ask;
import static io.parlance.dialect.travtus.TokenRequests.assertNotStored;
import static io.parlance.dialect.travtus.TokenRequests.assertRefused;
import static io.parlance.dialect.travtus.TokenRequests.base64;
import static io.parlance.dialect.travtus.TokenRequests.basic;
import static io.parlance.dialect.travtus.TokenRequests.client;
import static io.parlance.dialect.travtus.TokenRequests.form;
import static io.parlance.dialect.travtus.TokenRequests.request;
import static io.parlance.dialect.travtus.TokenRequests.secret;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.parlance.it.Http;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code POST /oauth2/token} refuses. */
@Tag("smoke")
class TravtusTokenRefusalsIT {
    private final TravtusTenant travtus = new TravtusTenant();
    private final JsonNode client = client(travtus, "");

    @Test
    void challengesOnlyWhoUsedTheHeader() {
        var answer = basic(client.path("clientId").asText(), "wrong", "grant_type=client_credentials");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).startsWith("Basic");
        assertThatJson(answer.body()).isEqualTo("{\"error\":\"invalid_client\"}");
        assertNotStored(answer);
        for (var header :
                new String[] {"Basic", "Basic %%%", "Basic " + base64("no colon"), "Basic " + base64("%zz:x")}) {
            var unreadable = request("grant_type=client_credentials")
                    .header("Authorization", header)
                    .send();
            assertThatJson(unreadable.body()).as(header).isEqualTo("{\"error\":\"invalid_client\"}");
        }
    }

    @Test
    void refusesAClientThatSaysTwiceWhoItIs() {
        var id = client.path("clientId").asText();
        var form = "grant_type=client_credentials&";

        assertRefused(basic(id, secret(client), form + "client_secret=" + secret(client)), "invalid_request");
        assertRefused(basic(id, secret(client), form + "client_id=another"), "invalid_request");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "grant_type=client_credentials&client_id=ID&client_secret=wrong, invalid_client",
                "grant_type=client_credentials&client_id=another&client_secret=SECRET, invalid_client",
                "grant_type=client_credentials&client_id=ID, invalid_client",
                "grant_type=client_credentials, invalid_client",
                "client_id=ID&client_secret=SECRET, invalid_request",
                "grant_type=&client_id=ID&client_secret=SECRET, invalid_request",
                "grant_type=client_credentials&client_id=ID&client_id=ID&client_secret=SECRET, invalid_request",
                "grant_type=client_credentials&client_id=%zz&client_secret=SECRET, invalid_request",
                "grant_type=password&client_id=ID&client_secret=SECRET, unsupported_grant_type",
                "'', invalid_request"
            })
    void refusesInTheWordsOfTheStandard(String form, String error) {
        var sent = form.replace("ID", client.path("clientId").asText()).replace("SECRET", secret(client));

        assertRefused(ask(sent), error);
    }

    @ParameterizedTest
    @ValueSource(strings = {"grant_type=client_credentials", "client_id=x", "client_secret=x"})
    void refusesParametersInTheAddress(String query) {
        var answer = Http.post("/oauth2/token?" + query)
                .header("Content-Type", FORM)
                .body(form(client))
                .send();

        assertRefused(answer, "invalid_request");
    }

    @Test
    void refusesARequestWithoutAnything() {
        assertRefused(Http.post("/oauth2/token").send(), "invalid_request");
    }

    @Test
    void refusesAnotherCredentialsSecret() {
        var form = "grant_type=client_credentials&client_id=%s&client_secret=%s"
                .formatted(client.path("clientId").asText(), travtus.token);

        assertRefused(ask(form), "invalid_client");
    }

    @Test
    void answersOtherMethodsAndTypesAsTheRestOfTheApi() {
        assertThatJson(Http.get("/oauth2/token").send().body())
                .isEqualTo("{\"detail\":\"Method \\\"GET\\\" not allowed.\"}");
        var answer = Http.post("/oauth2/token").json("{}").send();
        assertThat(answer.status()).isEqualTo(415);
        assertNotStored(answer);
    }
}
