package io.parlance.dialect.travtus;

import static io.parlance.dialect.travtus.TokenRequests.ask;
import static io.parlance.dialect.travtus.TokenRequests.assertNotStored;
import static io.parlance.dialect.travtus.TokenRequests.assertRefused;
import static io.parlance.dialect.travtus.TokenRequests.basic;
import static io.parlance.dialect.travtus.TokenRequests.client;
import static io.parlance.dialect.travtus.TokenRequests.form;
import static io.parlance.dialect.travtus.TokenRequests.secret;
import static io.parlance.dialect.travtus.TokenRequests.token;
import static io.parlance.dialect.travtus.TravtusTenant.assertAccepted;
import static io.parlance.dialect.travtus.TravtusTenant.assertError;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.parlance.it.Admin;
import io.parlance.it.Answer;
import io.parlance.it.Http;
import io.parlance.it.TestServer;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@code POST /oauth2/token} answers, and what the tokens open. */
class TravtusTokenIT {
    private static final String REVIEW =
            "{\"group_id\":\"%s\",\"channel\":\"review\",\"review\":{\"review_id\":\"r\"}}";
    private static final String EXPIRED =
            "The bearer token you have provided in the 'Authorization' header has expired. Please obtain a new one.";
    private static final String INVALID =
            "The bearer token you have provided in the 'Authorization' header is invalid.";

    private final TravtusTenant travtus = new TravtusTenant();
    private final JsonNode client = client(travtus, "");

    @Test
    void answersATokenForAnHourThatOpensTheApi() {
        var answer = ask(form(client));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.mediaType()).isEqualTo("application/json");
        assertThatJson(answer.body())
                .isEqualTo(
                        """
                        {"access_token": "${json-unit.any-string}", "token_type": "Bearer", "expires_in": 3600}""");
        assertNotStored(answer);
        assertAccepted(post(token(answer)));
    }

    @Test
    void answersTheSameTokenAgainWithTheSecondsThatRemain() throws SQLException {
        var first = ask(form(client));
        endIn("1000 seconds");
        var again = ask(form(client));

        assertThat(token(again)).isEqualTo(token(first));
        assertThat(again.json().path("expires_in").asInt()).isBetween(900, 1000);
    }

    @Test
    void answersAFreshTokenWhenTheOldOneEndsSoon() throws SQLException {
        var first = token(ask(form(client)));
        endIn("200 seconds");
        var second = ask(form(client));

        assertThat(token(second)).isNotEqualTo(first);
        assertThat(second.json().path("expires_in").asInt()).isEqualTo(3600);
        assertAccepted(post(first));
    }

    @Test
    void makesOneTokenHoweverManyAskAtOnce() {
        var tokens = Stream.generate(() -> CompletableFuture.supplyAsync(() -> token(ask(form(client)))))
                .limit(8)
                .toList()
                .stream()
                .map(CompletableFuture::join);

        assertThat(tokens.distinct()).hasSize(1);
    }

    @Test
    void neverOutlivesItsClient() {
        var answer = ask(form(client(travtus, ",\"ttlSeconds\":600")));

        assertThat(answer.json().path("expires_in").asInt()).isBetween(500, 600);
    }

    @Test
    void tellsAnExpiredTokenFromAnInvalidOne() throws SQLException {
        var token = token(ask(form(client)));
        endIn("-1 seconds");

        var answer = post(token);

        assertError(answer, 401, "expired_token", EXPIRED);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertError(post("x" + token), 401, "invalid_authorization", INVALID);
    }

    @Test
    void isExpiredAndNotInvalidWhenItsClientEndedByItself() throws SQLException {
        var token = token(ask(form(client)));
        endIn("-1 seconds");
        endClient();

        assertError(post(token), 401, "expired_token", EXPIRED);
    }

    @Test
    void isNotIssuedForLessThanASecond() {
        assertRefused(ask(form(client(travtus, ",\"ttlSeconds\":1"))), "invalid_client");
    }

    @Test
    void endsWithItsClient() {
        var token = token(ask(form(client)));
        assertAccepted(post(token));

        Admin.call(
                "DELETE",
                travtus.tenant.path("/credentials/" + client.path("id").asText()),
                "");

        assertError(post(token), 401, "invalid_authorization", INVALID);
        assertRefused(ask(form(client)), "invalid_client");
    }

    @Test
    void opensWhatItsClientOpens() {
        var other = travtus.group("Open", "");
        var token = token(ask(form(client(travtus, ",\"groups\":[\"" + other + "\"]"))));

        assertAccepted(Http.post("/messages/")
                .bearer(token)
                .json(REVIEW.formatted(other))
                .send());
        assertError(post(token), 401, "no_access_to_group", "You do not have access to the group you have provided.");
        var foreign = new TravtusTenant();
        assertThat(Http.post("/messages/")
                        .bearer(token)
                        .json(REVIEW.formatted(foreign.group))
                        .send()
                        .status())
                .isEqualTo(404);
    }

    @Test
    void isNoCredentialAnywhereElse() {
        var answer = Http.post("/v1/requests/x/messages")
                .bearer(token(ask(form(client))))
                .header("X-Tenant-ID", travtus.tenant.id())
                .json("{}")
                .send();

        assertThat(answer.status()).isEqualTo(401);
    }

    @Test
    void takesTheClientFromABasicHeader() {
        var answer = basic(client.path("clientId").asText(), secret(client), "grant_type=client_credentials");

        assertThat(answer.status()).isEqualTo(200);
        assertNotStored(answer);
        assertAccepted(post(token(answer)));
        var both = basic(
                client.path("clientId").asText(),
                secret(client),
                "grant_type=client_credentials&client_id="
                        + client.path("clientId").asText());
        assertThat(both.status()).isEqualTo(200);
    }

    @Test
    void slowsAClientDownThatAsksMoreThanAHundredTimesASecond() {
        var eager = form(client);

        await().atMost(Duration.ofMinutes(1)).until(() -> atOnce(() -> ask(eager)).stream()
                .filter(answer -> answer.status() == 429)
                .peek(answer -> {
                    assertThat(answer.header("Retry-After")).isEqualTo("1");
                    assertThatJson(answer.body()).isEqualTo("{\"message\":\"Too Many Requests\"}");
                })
                .findFirst()
                .isPresent());
        assertThat(ask(form(client(travtus, ""))).status()).isEqualTo(200);
    }

    /** Four hundred requests over 32 connections: one after the other, a busy machine never comes to a hundred a second. */
    private static List<Answer> atOnce(Supplier<Answer> request) {
        var threads = Executors.newFixedThreadPool(32);
        try {
            return Stream.generate(() -> CompletableFuture.supplyAsync(request, threads)).limit(400).toList().stream()
                    .map(CompletableFuture::join)
                    .toList();
        } finally {
            threads.shutdown();
        }
    }

    private Answer post(String token) {
        return Http.post("/messages/")
                .bearer(token)
                .json(REVIEW.formatted(travtus.group))
                .send();
    }

    /** Lets the tokens of the tenant end that long from now. */
    private void endIn(String interval) throws SQLException {
        update("update short_lived_secret set expires_at = now() + ?::interval where tenant_id = ?", interval);
    }

    private void endClient() throws SQLException {
        update(
                "update credential set expires_at = now() where id = ?::uuid and tenant_id = ?",
                client.path("id").asText());
    }

    private void update(String statement, String parameter) throws SQLException {
        try (var connection = TestServer.connect();
                var update = connection.prepareStatement(statement)) {
            update.setString(1, parameter);
            update.setObject(2, UUID.fromString(travtus.tenant.id()));
            assertThat(update.executeUpdate()).isOne();
        }
    }
}
