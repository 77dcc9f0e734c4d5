package io.parlance.dialect.jitsudo;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.parlance.it.Answer;
import io.parlance.it.Http;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Access requests as they are made and listed, by HTTP against the real server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JitsudoRequestsIT {
    private JitsudoTenant jitsudo;
    private String ada;
    private String grace;
    private String graceId;

    @BeforeAll
    void provision() {
        jitsudo = JitsudoTenant.provision();
        ada = jitsudo.token(jitsudo.adaId(), "jwt");
        graceId = jitsudo.tenant()
                .user("grace@example.org", "[\"approvers\"]")
                .path("id")
                .asText();
        grace = jitsudo.token(graceId, "jwt");
    }

    @Test
    void answersAllMembersOfANewRequest() {
        var answer = as(ada, "POST", "/requests")
                .json(
                        JitsudoTenant.wish(
                                ",\"reason\":\"Look\",\"duration_seconds\":600,\"break_glass\":false,\"metadata\":{\"n\":1.10}"))
                .send();
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Location"))
                .endsWith("/v1/requests/" + answer.json().path("id").asText());
        assertThatJson(answer.body())
                .isEqualTo(
                        """
                {
                  "id": "${json-unit.any-string}",
                  "requester_id": "%s",
                  "resource": {"type": "aws_account", "id": "123456789012"},
                  "action": "assume",
                  "reason": "Look",
                  "status": "pending",
                  "decision_reasoning": null,
                  "decided_by": null,
                  "approval_mode": "require",
                  "break_glass": false,
                  "duration_seconds": 600,
                  "metadata": {"n": 1.10},
                  "created_at": "${json-unit.any-string}",
                  "updated_at": "${json-unit.any-string}"
                }"""
                                .formatted(jitsudo.adaId()));
        assertThatJson(get(answer.json().path("id").asText().toUpperCase(Locale.ROOT))
                        .body())
                .isEqualTo(answer.body());
    }

    @Test
    void givesTheSystemsDurationWhereNoneIsAskedFor() {
        assertThat(jitsudo.ask(",\"duration_seconds\":null")
                        .path("duration_seconds")
                        .asInt())
                .isEqualTo(3600);
    }

    @Test
    void takesTheSpellingOfTheGuide() {
        var answer = jitsudo.withKey("POST", "/requests")
                .undocumented()
                .json("{\"resource_type\":\"aws_account\",\"resource_id\":\"123456789012\",\"justification\":\"Look\","
                        + "\"permission_set_arn\":\"arn:aws:sso:::permissionSet/ssoins-1/ps-1\"}")
                .send();
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThatJson(answer.body())
                .isObject()
                .containsEntry("action", "assume")
                .containsEntry("reason", "Look");
        assertThatJson(answer.body()).inPath("resource.id").isEqualTo("\"123456789012\"");
        assertThatJson(answer.body())
                .inPath("metadata.permission_set_arn")
                .isEqualTo("arn:aws:sso:::permissionSet/ssoins-1/ps-1");
    }

    @Test
    void servesWhatAnOperatorMade() {
        assertThatJson(get(jitsudo.accessRequest()).body())
                .isObject()
                .containsEntry("requester_id", jitsudo.adaId())
                .containsEntry("status", "pending")
                .containsEntry("approval_mode", null);
        var request = jitsudo.requestBy(JitsudoTenant.ADA);
        assertThat(as(grace, "POST", "/requests/" + request + "/approve").send().status())
                .isEqualTo(200);
    }

    @Test
    void listsNewestFirstByPagesAndStatus() {
        var own = JitsudoTenant.provision();
        var ids = new ArrayList<String>(List.of(own.accessRequest()));
        for (int i = 0; i < 4; i++) {
            ids.add(0, own.ask("").path("id").asText());
        }
        var broken = own.ask(",\"break_glass\":true").path("id").asText();

        var first = list(own, "?limit=3&status=pending");
        var second = list(
                own,
                "?limit=3&status=pending&cursor=" + first.path("next_cursor").asText());
        assertThat(Stream.of(first, second)
                        .flatMap(page -> page.path("data")
                                        .findValuesAsText("requester_id")
                                        .isEmpty()
                                ? Stream.empty()
                                : ids(page).stream()))
                .containsExactlyElementsOf(ids);
        assertThat(first.path("has_more").asBoolean()).isTrue();
        assertThat(second.path("has_more").asBoolean()).isFalse();
        assertThat(second.path("next_cursor").isNull()).isTrue();
        assertThat(ids(list(own, "?status=approved"))).containsExactly(broken);
        assertThat(ids(list(own, ""))).hasSize(6).startsWith(broken);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=251",
                "limit=-1",
                "limit=x",
                "limit=1e1",
                "cursor=x",
                "status=open",
                "status=PENDING"
            })
    void refusesAWrongParameterOfAList(String query) {
        var answer = jitsudo.withKey("GET", "/requests?" + query).undocumented().send();
        assertThat(answer.status()).isEqualTo(400);
        assertThatJson(answer.body()).inPath("code").isEqualTo("invalid_input");
        assertThatJson(answer.body()).inPath("details.parameter").isEqualTo(query.substring(0, query.indexOf('=')));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | resource",
                "{\"resource\":{\"type\":\"aws_account\"},\"action\":\"a\"} | resource.id",
                "{\"resource\":{\"type\":\"bucket\",\"id\":\"1\"},\"action\":\"a\"} | resource.type",
                "{\"resource\":{\"type\":\"aws_account\",\"id\":\" \"},\"action\":\"a\"} | resource.id",
                "{\"resource\":{\"type\":\"aws_account\",\"id\":\"1\"}} | action",
                "{\"resource\":{\"type\":\"aws_account\",\"id\":\"1\"},\"action\":7} | action",
            })
    void namesTheMemberThatIsWrong(String body, String field) {
        assertRefused(body, field);
    }

    @ParameterizedTest
    @CsvSource({
        "duration_seconds, 0",
        "duration_seconds, 1.5",
        "duration_seconds, '\"600\"'",
        "duration_seconds, 3000000000",
        "break_glass, 1",
        "reason, 7",
        "metadata, []"
    })
    void namesTheOptionalMemberThatIsWrong(String field, String value) {
        assertRefused(JitsudoTenant.wish(",\"%s\":%s".formatted(field, value)), field);
    }

    @Test
    void hidesTheRequestsOfOtherTenants() {
        var other = JitsudoTenant.provision();
        var foreign = other.accessRequest();
        for (var call : List.of("", "/messages")) {
            assertThat(jitsudo.withKey("GET", "/requests/" + foreign + call)
                            .send()
                            .status())
                    .isEqualTo(404);
        }
        for (var verb : List.of("approve", "deny", "cancel")) {
            assertThat(as(grace, "POST", "/requests/" + foreign + "/" + verb)
                            .send()
                            .status())
                    .isEqualTo(404);
        }
        assertThat(ids(list(jitsudo, ""))).doesNotContain(foreign);
    }

    private Http as(String token, String method, String path) {
        return jitsudo.call(method, path).bearer(token);
    }

    private Answer get(String id) {
        return jitsudo.withKey("GET", "/requests/" + id).send();
    }

    private static JsonNode list(JitsudoTenant tenant, String query) {
        return tenant.withKey("GET", "/requests" + query).send().json();
    }

    private static List<String> ids(JsonNode page) {
        var ids = new ArrayList<String>();
        page.path("data").forEach(item -> ids.add(item.path("id").asText()));
        return ids;
    }

    private void assertRefused(String body, String field) {
        var answer =
                jitsudo.withKey("POST", "/requests").undocumented().json(body).send();
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThatJson(answer.body()).inPath("code").isEqualTo("invalid_input");
        assertThatJson(answer.body()).inPath("details.field").isEqualTo(field);
    }
}
