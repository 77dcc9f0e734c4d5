package io.parlance.admin;

import static io.parlance.admin.AdminApi.assertCreated;
import static io.parlance.admin.AdminApi.assertInvalid;
import static io.parlance.admin.AdminApi.assertProblem;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.it.Admin;
import io.parlance.it.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Credentials of applications by HTTP against the real server: issued, shown, rotated, revoked. */
class AdminCredentialsIT {
    private Admin.Tenant tenant;
    private String application;
    private String credentials;

    @BeforeEach
    void provision() {
        tenant = Admin.tenant();
        application = tenant.application("{}");
        credentials = tenant.path("/credentials");
    }

    private Answer issue(String body) {
        return AdminApi.post(tenant.path("/applications/" + application + "/credentials"), body);
    }

    @Test
    void answersTheWholeCredentialWithItsSecret() {
        var group = AdminApi.id(tenant.group("G", ""));

        var answer = issue("{\"kind\":\"bearer\",\"ttlSeconds\":60,\"groups\":[\"%s\"]}".formatted(group));

        assertCreated(answer);
        assertThatJson(answer.body())
                .isEqualTo(
                        """
                        {"id": "%s", "kind": "bearer", "applicationId": "%s", "userId": null, "groups": ["%s"],
                         "actorType": null, "clientId": null, "redirectUri": null, "ttlSeconds": 60,
                         "createdAt": "%s", "expiresAt": "%s", "revokedAt": null, "lastUsedAt": null,
                         "token": "${json-unit.regex}plb_[0-9a-z]{45}"}"""
                                .formatted(AdminApi.ANY_ID, application, group, AdminApi.ANY_TIME, AdminApi.ANY_TIME));
    }

    @ParameterizedTest
    @CsvSource({
        "bearer, token, plb_[0-9a-z]{45}",
        "api-key, token, plk_[0-9a-z]{45}",
        "client-token, token, '[0-9A-F]{32}-[0-9A-F]{31}'",
        "access-token, token, '[0-9A-F]{32}-[0-9A-F]{31}'",
        "oauth-client, clientSecret, plo_[0-9a-z]{45}"
    })
    void givesEachKindItsSecret(String kind, String member, String shape) {
        var created = assertCreated(issue("{\"kind\":\"%s\"}".formatted(kind)));

        assertThat(created.path("kind").asText()).isEqualTo(kind);
        assertThat(created.path(member).asText()).matches(shape);
    }

    @Test
    void givesAnOauthClientAPublicId() {
        var created = issue("{\"kind\":\"oauth-client\",\"redirectUri\":\"https://client.example/back\"}")
                .json();

        assertThat(created.path("clientId").asText()).matches("[0-9a-f]{32}");
        assertThat(created.path("redirectUri").asText()).isEqualTo("https://client.example/back");
        assertThat(created.has("token")).isFalse();
    }

    @Test
    void letsAnApiKeyActAsTheSystemUnlessToldOtherwise() {
        assertThat(issue("{\"kind\":\"api-key\"}").json().path("actorType").asText())
                .isEqualTo("system");
        assertThat(issue("{\"kind\":\"api-key\",\"actorType\":\"approver\"}")
                        .json()
                        .path("actorType")
                        .asText())
                .isEqualTo("approver");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | kind",
                "{\"kind\":\"admin\"} | kind",
                "{\"kind\":\"user-bearer\"} | kind",
                "{\"kind\":\"client-token\",\"groups\":[]} | groups",
                "{\"kind\":\"bearer\",\"redirectUri\":\"https://x.example\"} | redirectUri",
                "{\"kind\":\"bearer\",\"groups\":[]} | groups",
                "{\"kind\":\"bearer\",\"groups\":[\"00000000-0000-7000-8000-000000000000\"]} | groups",
                "{\"kind\":\"bearer\",\"groups\":[\"x\"]} | groups",
                "{\"kind\":\"bearer\",\"groups\":7} | groups",
                "{\"kind\":\"api-key\",\"actorType\":\"robot\"} | actorType",
                "{\"kind\":\"oauth-client\",\"redirectUri\":\"javascript:alert(1)\"} | redirectUri",
                "{\"kind\":\"bearer\",\"ttlSeconds\":0} | ttlSeconds"
            })
    void refusesWrongMembers(String body, String fields) {
        assertInvalid(issue(body), fields.split(","));
    }

    @Test
    void refusesAGroupOfAnotherTenant() {
        var foreign = AdminApi.id(Admin.tenant().group("G", ""));

        assertInvalid(issue("{\"kind\":\"bearer\",\"groups\":[\"%s\"]}".formatted(foreign)), "groups");
    }

    @Test
    void givesAnApplicationOneClientTokenAtATime() {
        var first = AdminApi.id(issue("{\"kind\":\"client-token\"}").json());

        assertProblem(issue("{\"kind\":\"client-token\"}"), 409);
        AdminApi.delete(credentials + "/" + first);
        assertCreated(issue("{\"kind\":\"client-token\"}"));
    }

    @Test
    void givesOneClientTokenToTwoWhoAskAtOnce() {
        var statuses = IntStream.range(0, 4)
                .parallel()
                .map(i -> issue("{\"kind\":\"client-token\"}").status())
                .sorted()
                .boxed()
                .toList();

        assertThat(statuses).isEqualTo(List.of(201, 409, 409, 409));
    }

    @Test
    void neverShowsASecretAgain() {
        var created = issue("{\"kind\":\"bearer\"}").json();
        var path = credentials + "/" + AdminApi.id(created);

        assertThatJson(AdminApi.get(path).body())
                .isObject()
                .containsEntry("kind", "bearer")
                .containsEntry("applicationId", application)
                .doesNotContainKeys("token", "clientSecret", "secretHash");
        assertThat(AdminApi.get(credentials).body())
                .doesNotContain(created.path("token").asText());
    }

    @Test
    void refusesARevokedCredentialAtOnce() {
        var client = new MessagesOfATenant(tenant);
        assertThat(client.post("before").status()).isEqualTo(200);

        assertThat(AdminApi.delete(credentials + "/" + client.credential).status())
                .isEqualTo(204);

        assertThat(client.post("after").status()).isEqualTo(401);
        var shown = AdminApi.get(credentials + "/" + client.credential).json();
        assertThat(Instant.parse(shown.path("revokedAt").asText())).isBeforeOrEqualTo(Instant.now());
        assertThat(AdminApi.delete(credentials + "/" + client.credential).status())
                .isEqualTo(204);
    }

    @Test
    void refusesACredentialAfterItsTime() {
        var client = new MessagesOfATenant(tenant);
        var token = issue("{\"kind\":\"bearer\",\"ttlSeconds\":1}")
                .json()
                .path("token")
                .asText();

        Awaitility.await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> assertThat(
                        client.post(token, "late").status())
                .isEqualTo(401));
    }

    @Test
    void rotatesWithAnOverlap() {
        var client = new MessagesOfATenant(tenant);

        var successor = assertCreated(
                AdminApi.post(credentials + "/" + client.credential + "/rotate", "{\"overlapSeconds\":60}"));

        assertThat(successor.path("id").asText()).isNotEqualTo(client.credential);
        assertThat(client.post("by the old one").status()).isEqualTo(200);
        assertThat(client.post(successor.path("token").asText(), "by the new one")
                        .status())
                .isEqualTo(200);
        var old = AdminApi.get(credentials + "/" + client.credential).json();
        assertThat(Instant.parse(old.path("revokedAt").asText())).isAfter(Instant.now());
    }

    @Test
    void rotatesAtOnceWithoutAnOverlap() {
        var client = new MessagesOfATenant(tenant);

        var successor = AdminApi.post(credentials + "/" + client.credential + "/rotate", "{}")
                .json();

        assertThat(client.post("by the old one").status()).isEqualTo(401);
        assertThat(client.post(successor.path("token").asText(), "by the new one")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void keepsTheRightsOfARotatedCredential() {
        var group = AdminApi.id(tenant.group("G", ""));
        var old = issue("{\"kind\":\"access-token\",\"ttlSeconds\":600,\"groups\":[\"%s\"]}".formatted(group))
                .json();

        var successor = AdminApi.post(credentials + "/" + AdminApi.id(old) + "/rotate", "{\"overlapSeconds\":0}")
                .json();

        for (var member : new String[] {"kind", "applicationId", "groups", "ttlSeconds", "actorType"}) {
            assertThat(successor.path(member)).isEqualTo(old.path(member));
        }
    }

    @Test
    void rotatesTheClientTokenAlthoughThereIsOne() {
        var old = AdminApi.id(issue("{\"kind\":\"client-token\"}").json());

        assertCreated(AdminApi.post(credentials + "/" + old + "/rotate", "{\"overlapSeconds\":60}"));
    }

    @Test
    void bringsNoEndedCredentialBack() {
        var old = AdminApi.id(issue("{\"kind\":\"bearer\"}").json());
        AdminApi.delete(credentials + "/" + old);

        assertProblem(AdminApi.post(credentials + "/" + old + "/rotate", "{}"), 409);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"overlapSeconds\":-1} | overlapSeconds",
                "{\"overlapSeconds\":604801} | overlapSeconds",
                "{\"overlap\":1} | overlap"
            })
    void refusesOtherOverlaps(String body, String field) {
        var id = AdminApi.id(issue("{\"kind\":\"bearer\"}").json());

        assertInvalid(AdminApi.post(credentials + "/" + id + "/rotate", body), field);
    }

    @Test
    void showsNothingToAnotherTenant() {
        var id = AdminApi.id(issue("{\"kind\":\"bearer\"}").json());
        var foreign = Admin.tenant().path("/credentials/" + id);

        assertProblem(AdminApi.get(foreign), 404);
        assertProblem(AdminApi.delete(foreign), 404);
        assertProblem(AdminApi.post(foreign + "/rotate", "{}"), 404);
        assertThat(AdminApi.get(credentials + "/" + id).json().path("revokedAt").isNull())
                .isTrue();
    }

    @Test
    void listsInPagesOldestFirst() {
        var ids = Stream.generate(
                        () -> AdminApi.id(issue("{\"kind\":\"bearer\"}").json()))
                .limit(5)
                .toList();

        assertThat(AdminApi.pages(credentials))
                .isEqualTo(List.of(ids.subList(0, 2), ids.subList(2, 4), ids.subList(4, 5)));
    }
}
