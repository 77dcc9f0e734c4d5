package io.parlance.dialect.jitsudo;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.it.Admin;
import io.parlance.it.Answer;
import io.parlance.it.Http;
import io.parlance.it.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code POST /v1/requests/{id}/messages} takes, answers and stores, by HTTP against the real server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("smoke")
class JitsudoMessagesIT {
    private static final String UUID_PATTERN = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final String SEED_ID = "2489E9AD-2EE2-8E00-8EC9-32D5F69181C0";

    private JitsudoTenant jitsudo;

    @BeforeAll
    void provision() {
        jitsudo = JitsudoTenant.provision();
    }

    @Test
    void answersAllSevenMembers() {
        var answer = jitsudo.say("{\"content\": \"example\", \"metadata\": {}}");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.mediaType()).isEqualTo("application/json");
        assertThatJson(answer.body())
                .isEqualTo(
                        """
                {
                  "id": "${json-unit.regex}%s",
                  "request_id": "%s",
                  "author_type": "system",
                  "author_id": "${json-unit.regex}%s",
                  "content": "example",
                  "metadata": {},
                  "created_at": "${json-unit.regex}\\\\d{4}-\\\\d\\\\d-\\\\d\\\\dT\\\\d\\\\d:\\\\d\\\\d:\\\\d\\\\d\\\\.\\\\d{6}Z"
                }"""
                                .formatted(UUID_PATTERN, jitsudo.accessRequest(), UUID_PATTERN));
        assertThat(Instant.parse(answer.json().path("created_at").asText()))
                .isBetween(
                        Instant.now().minus(Duration.ofMinutes(1)),
                        Instant.now().plusSeconds(1));
    }

    @Test
    void saysWhereTheMessageIs() {
        var answer = jitsudo.say("{\"content\": \"located\"}");

        assertThat(answer.header("Location"))
                .endsWith("/v1/requests/" + jitsudo.accessRequest() + "/messages/"
                        + answer.json().path("id").asText());
    }

    @Test
    void storesWhatItAnswers() {
        var own = JitsudoTenant.provision();
        var answer = own.say(
                        """
                {"content": " two\\nlines ☂ ", "metadata": {"ticket": "OPS-1", "n": [1, null]}}""")
                .json();

        assertThat(own.tenant().messages()).hasSize(1);
        assertThatJson(own.tenant().messages().get(0).toString())
                .isObject()
                .containsEntry("id", answer.path("id").asText())
                .containsEntry("dialect", "jitsudo")
                .containsEntry("threadId", own.accessRequest())
                .containsEntry("text", " two\nlines ☂ ");
        assertThatJson(own.tenant().messages().get(0).toString())
                .inPath("attributes")
                .isEqualTo("{\"metadata\": {\"ticket\": \"OPS-1\", \"n\": [1, null]}}");
        assertThatJson(own.tenant().messages().get(0).toString())
                .inPath("author")
                .isObject()
                .containsEntry("type", "system")
                .containsEntry("id", answer.path("author_id").asText());
    }

    @Test
    void keepsTheOrderOfMessages() {
        var own = JitsudoTenant.provision();
        for (var text : new String[] {"one", "two", "three"}) {
            own.say("{\"content\": \"%s\"}".formatted(text));
        }
        assertThat(own.tenant().messages().findValuesAsText("text")).containsExactly("three", "two", "one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"content\": \"x\"}", "{\"content\": \"x\", \"metadata\": null}"})
    void answersEmptyMetadataWhereNoneWasSent(String body) {
        assertThatJson(jitsudo.say(body).body()).inPath("metadata").isEqualTo("{}");
    }

    @Test
    void echoesMetadataExactly() {
        var metadata =
                """
                {"big":123456789012345678901234567890,"exact":1.10,"tiny":1E-7,"deep":{"a":[true,null,{"b":"ü"}]}}""";
        var answer = jitsudo.say("{\"content\": \"x\", \"metadata\": %s}".formatted(metadata));

        assertThat(answer.body()).contains("\"metadata\":" + metadata);
    }

    @Test
    void listsMessagesWithTheLargestNumbersItTakes() {
        var own = JitsudoTenant.provision();
        assertThat(own.say("{\"content\": \"x\", \"metadata\": {\"n\": 1e999}}").status())
                .isEqualTo(201);
        assertThat(own.say("{\"content\": \"x\", \"metadata\": {\"n\": 1e1000}}")
                        .status())
                .isEqualTo(400);
        assertThat(own.tenant().messages()).hasSize(1);
    }

    @Test
    void takesTheGuidesBodyButNeverAnswersIt() {
        var answer = jitsudo.post()
                .header("X-API-Key", jitsudo.key())
                .undocumented()
                .json("{\"body\": \"from the guide\"}")
                .send();

        assertThat(answer.status()).isEqualTo(201);
        assertThatJson(answer.body())
                .isObject()
                .containsEntry("content", "from the guide")
                .doesNotContainKey("body");
    }

    @Test
    void takesIdsInCapitalsAndAnswersThemInLowerCase() {
        var answer = Http.post("/v1/requests/" + jitsudo.accessRequest().toUpperCase(Locale.ROOT) + "/messages")
                .header("X-Tenant-ID", jitsudo.id().toUpperCase(Locale.ROOT))
                .header("X-API-Key", jitsudo.key())
                .json("{\"content\": \"x\"}")
                .send();

        assertThat(answer.status()).isEqualTo(201);
        assertThatJson(answer.body()).inPath("request_id").isEqualTo(jitsudo.accessRequest());
    }

    @ParameterizedTest
    @CsvSource({"jwt", "bearer"})
    void callsTheRequesterUser(String kind) {
        var answer = as(jitsudo.token(jitsudo.adaId(), kind), jitsudo.accessRequest());

        assertAuthor(answer, "user", jitsudo.adaId());
    }

    @Test
    void knowsTheRequesterByEmailToo() {
        var request = jitsudo.requestBy(JitsudoTenant.ADA.toUpperCase(Locale.ROOT));

        assertAuthor(as(jitsudo.token(jitsudo.adaId(), "jwt"), request), "user", jitsudo.adaId());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"[\"approvers\"] | approver", "[\"readers\"] | user", "[] | user"})
    void callsOthersApproverOrUserByTheirGroups(String userGroups, String type) {
        var other = jitsudo.tenant()
                .user(userGroups.length() + "@example.org", userGroups)
                .path("id")
                .asText();

        assertAuthor(as(jitsudo.token(other, "jwt"), jitsudo.accessRequest()), type, other);
    }

    @Test
    void callsAnApproverUserOnTheOwnRequest() {
        var grace = jitsudo.tenant()
                .user("grace@example.org", "[\"approvers\"]")
                .path("id")
                .asText();

        assertAuthor(as(jitsudo.token(grace, "jwt"), jitsudo.requestBy(grace)), "user", grace);
    }

    @ParameterizedTest
    @ValueSource(strings = {"user", "approver", "system"})
    void callsAKeyWhatItWasIssuedAs(String type) {
        var issued = jitsudo.issueKey(type);

        assertAuthor(
                withKey(issued.path("token").asText()), type, issued.path("id").asText());
    }

    @Test
    void callsAnAiByItsApplication() {
        assertAuthor(withKey(jitsudo.issueKey("ai").path("token").asText()), "ai", "client");
    }

    @Test
    void prefersTheKeyToTheBearerToken() {
        var answer = jitsudo.post()
                .header("X-API-Key", jitsudo.key())
                .bearer("not.a.token")
                .json("{\"content\": \"x\"}")
                .send();

        assertThat(answer.status()).isEqualTo(201);
    }

    @Test
    void takesTheExampleOfTheReference() throws IOException {
        var sheet = Files.readString(TestServer.demoSheet());
        var key = Pattern.compile("X-API-Key: (\\w+)").matcher(sheet);
        assertThat(key.find()).isTrue();
        assertThat(sheet).contains("/v1/requests/" + SEED_ID + "/messages", "X-Tenant-ID: " + SEED_ID);

        var answer = Http.post("/v1/requests/" + SEED_ID + "/messages")
                .header("X-API-Key", key.group(1))
                .header("X-Tenant-ID", SEED_ID)
                .json("{ \"content\": \"example\", \"metadata\": {} }")
                .send();

        assertThat(answer.status()).isEqualTo(201);
        assertThatJson(answer.body()).inPath("request_id").isEqualTo(SEED_ID.toLowerCase(Locale.ROOT));
        assertThatJson(Admin.get("/tenants/demo/threads/" + SEED_ID).body())
                .inPath("status")
                .isEqualTo("pending");
    }

    private Answer as(String token, String request) {
        return jitsudo.postTo(request)
                .bearer(token)
                .json("{\"content\": \"x\"}")
                .send();
    }

    private Answer withKey(String key) {
        return jitsudo.post()
                .header("X-API-Key", key)
                .json("{\"content\": \"x\"}")
                .send();
    }

    private static void assertAuthor(Answer answer, String type, String id) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThatJson(answer.body())
                .isObject()
                .containsEntry("author_type", type)
                .containsEntry("author_id", id);
    }
}
