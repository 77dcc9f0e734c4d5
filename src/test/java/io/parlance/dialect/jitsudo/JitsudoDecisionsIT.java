package io.parlance.dialect.jitsudo;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.parlance.it.Answer;
import io.parlance.it.Http;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How access requests are answered, or are not, by HTTP against the real server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JitsudoDecisionsIT {
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
    void approvesAtOnceWhereTheGlassIsBroken() {
        var broken = jitsudo.ask(",\"break_glass\":true,\"reason\":\"It burns\"");
        assertThatJson(broken)
                .isObject()
                .containsEntry("status", "approved")
                .containsEntry("approval_mode", "break_glass")
                .containsEntry("break_glass", true);
        assertThat(contents(broken)).hasSize(1).first().asString().startsWith("The request was approved by ");
        assertThat(audit(broken)).containsExactly("request.break_glass", "request.created");
    }

    @ParameterizedTest
    @CsvSource({"approve, approved", "deny, denied"})
    void answersARequestAndTellsWhyInItsMessagesAndInTheLog(String verb, String status) {
        var asked = jitsudo.ask("");
        var answer = answer(grace, asked, verb, "{\"reasoning\":\"as agreed\"}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThatJson(answer.body())
                .isObject()
                .containsEntry("status", status)
                .containsEntry("decided_by", graceId)
                .containsEntry("decision_reasoning", "as agreed")
                .containsEntry("approval_mode", "require");
        assertThatJson(get(asked.path("id").asText()).body()).isEqualTo(answer.body());
        assertThat(jitsudo.messages(asked.path("id").asText())).singleElement().satisfies(message -> assertThatJson(
                        message)
                .isObject()
                .containsEntry("author_type", "system")
                .containsEntry("author_id", "system")
                .containsEntry("content", "The request was " + status + " by " + graceId + ": as agreed"));
        assertThat(audit(asked)).containsExactly("request." + status, "request.created");
    }

    @Test
    void needsNoBodyToAnswer() {
        var asked = jitsudo.ask("");
        var answer = as(grace, "POST", "/requests/" + asked.path("id").asText() + "/approve")
                .send();
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThatJson(answer.body()).inPath("decision_reasoning").isNull();
    }

    @ParameterizedTest
    @CsvSource({"approve, approved", "deny, denied", "cancel, cancelled"})
    void takesNoBodyOfAnyTypeForNone(String verb, String status) {
        for (var type : new String[] {"", "application/x-www-form-urlencoded", "application/json"}) {
            var asked = as(ada, "POST", "/requests")
                    .json(JitsudoTenant.wish(""))
                    .send()
                    .json();
            var request = as(
                    verb.equals("cancel") ? ada : grace,
                    "POST",
                    "/requests/" + asked.path("id").asText() + "/" + verb);
            var answer = (type.isEmpty() ? request : request.undocumented().header("Content-Type", type)).send();
            assertThat(answer.status()).as(type + answer.body()).isEqualTo(200);
            assertThatJson(answer.body()).inPath("status").isEqualTo(status);
        }
    }

    @Test
    void refusesAReasoningThatIsNoJson() {
        var asked = jitsudo.ask("");
        var answer = as(grace, "POST", "/requests/" + asked.path("id").asText() + "/deny")
                .undocumented()
                .header("Content-Type", "text/plain")
                .body("reasoning")
                .send();
        assertThat(answer.status()).isEqualTo(415);
        assertThatJson(answer.body()).inPath("code").isEqualTo("unsupported_media_type");
        assertThatJson(get(asked.path("id").asText()).body()).inPath("status").isEqualTo("pending");
    }

    @Test
    void letsAKeyCancelWhatItAskedFor() {
        var asked = jitsudo.ask("");
        var path = "/requests/" + asked.path("id").asText() + "/cancel";
        assertThat(answer(ada, asked, "cancel", "").status()).isEqualTo(403);
        var cancelled = jitsudo.withKey("POST", path)
                .json("{\"reasoning\":\"not needed\"}")
                .send();
        assertThat(cancelled.status()).as(cancelled.body()).isEqualTo(200);
        assertThatJson(cancelled.body()).inPath("status").isEqualTo("cancelled");
    }

    @Test
    void letsOnlyTheRequesterCancel() {
        var asked =
                as(ada, "POST", "/requests").json(JitsudoTenant.wish("")).send().json();
        assertThat(answer(grace, asked, "cancel", "").status()).isEqualTo(403);
        var cancelled = answer(ada, asked, "cancel", "");
        assertThat(cancelled.status()).as(cancelled.body()).isEqualTo(200);
        assertThatJson(cancelled.body())
                .isObject()
                .containsEntry("status", "cancelled")
                .containsEntry("decided_by", null);
        assertThat(audit(asked)).containsExactly("request.cancelled", "request.refused", "request.created");
    }

    @Test
    void keepsPeopleFromApprovingWhatTheyMayNot() {
        var asked = jitsudo.ask("");
        var answer = answer(ada, asked, "approve", "{\"reasoning\":7}");
        assertThat(answer.status()).isEqualTo(403);
        assertThatJson(answer.body()).inPath("code").isEqualTo("forbidden");
        assertThatJson(get(asked.path("id").asText()).body()).inPath("status").isEqualTo("pending");
        assertThat(audit(asked)).containsExactly("request.refused", "request.created");
    }

    @Test
    void answersOnceHoweverManyTryAtOnce() {
        var asked =
                as(ada, "POST", "/requests").json(JitsudoTenant.wish("")).send().json();
        var answers = IntStream.range(0, 12)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> switch (i % 3) {
                    case 0 -> answer(grace, asked, "approve", "");
                    case 1 -> answer(grace, asked, "deny", "");
                    default -> answer(ada, asked, "cancel", "");
                }))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers).allMatch(answer -> List.of(200, 400, 403).contains(answer.status()));
        assertThat(jitsudo.messages(asked.path("id").asText())).hasSize(1);
        assertThat(audit(asked))
                .filteredOn(action -> !action.equals("request.refused"))
                .hasSize(2);
    }

    @Test
    void tellsTheStatusToWhoComesSecond() {
        var asked = jitsudo.ask(",\"break_glass\":true");
        var second = answer(grace, asked, "approve", "");
        assertThat(second.status()).isEqualTo(400);
        assertThatJson(second.body())
                .isEqualTo(
                        "{\"code\":\"invalid_input\",\"message\":\"the access request is already approved\",\"details\":{\"status\":\"approved\"}}");
        assertThat(contents(asked)).hasSize(1);
    }

    private Http as(String token, String method, String path) {
        return jitsudo.call(method, path).bearer(token);
    }

    private Answer answer(String token, JsonNode accessRequest, String verb, String body) {
        var request = as(token, "POST", "/requests/" + accessRequest.path("id").asText() + "/" + verb);
        return (body.isEmpty() ? request : request.undocumented().json(body)).send();
    }

    private Answer get(String id) {
        return jitsudo.withKey("GET", "/requests/" + id).send();
    }

    private List<String> contents(JsonNode accessRequest) {
        return jitsudo.messages(accessRequest.path("id").asText()).findValuesAsText("content");
    }

    private List<String> audit(JsonNode accessRequest) {
        return jitsudo.audit("?resource_id=" + accessRequest.path("id").asText()).stream()
                .map(entry -> entry.path("action").asText())
                .toList();
    }
}
