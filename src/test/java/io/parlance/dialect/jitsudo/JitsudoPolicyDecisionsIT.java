package io.parlance.dialect.jitsudo;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.it.Answer;
import io.parlance.rest.Json;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a tenant's own rules do to its callers, and what the dry run tells of it, by HTTP against the real server. */
class JitsudoPolicyDecisionsIT {
    private final JitsudoTenant jitsudo = JitsudoTenant.provision();

    @Test
    void refusesAMessageWithTheNoticesOfTheRules() {
        assertThat(jitsudo.say("{\"content\": \"before\"}").status()).isEqualTo(201);
        var policy = policy(
                10,
                """
                @notice("Not now.") forbid(principal, action == Action::"add_message", resource);
                @notice("Not by a key.") forbid(principal is ApiKey, action == Action::"add_message", resource);
                permit(principal, action == Action::"add_message", resource);""");

        var refused = jitsudo.say("{\"content\": \"after\"}");
        assertThat(refused.status()).isEqualTo(403);
        assertThatJson(refused.body())
                .isEqualTo(
                        """
                {"code": "forbidden", "message": "you are not permitted to do this",
                 "notices": ["Not now.", "Not by a key."]}""");
        assertThatJson(jitsudo.withKey("GET", "/audit-log?action=request.refused")
                        .send()
                        .body())
                .inPath("data[0].metadata.policy_ids")
                .isEqualTo("[\"" + policy + "\"]");

        jitsudo.withKey("PATCH", "/policies/" + policy)
                .json("{\"enabled\": false}")
                .send();
        assertThat(jitsudo.say("{\"content\": \"again\"}").status()).isEqualTo(201);
    }

    @Test
    void neverTellsANoticeWithASuccess() {
        policy(10, "@notice(\"Be brief.\") permit(principal, action == Action::\"add_message\", resource);");
        var answer = jitsudo.say("{\"content\": \"brief\"}");
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body()).doesNotContain("notice");
    }

    @Test
    void takesARuleOverTheBuiltInOnesOnlyForWhatItIsAbout() {
        policy(0, "permit(principal in User::\"group:auditors\", action == Action::\"list_messages\", resource);");
        var auditor = jitsudo.person("auditor", "[\"auditors\"]");
        var messages = "/requests/" + jitsudo.accessRequest() + "/messages";
        assertThat(jitsudo.withKey("GET", messages).send().status()).isEqualTo(403);
        assertThat(jitsudo.call("GET", messages).bearer(auditor).send().status())
                .isEqualTo(200);
        assertThat(jitsudo.say("{\"content\": \"x\"}").status()).isEqualTo(201);
    }

    @Test
    void givesAccessOnlyByOwnRulesOnceThereIsAPolicy() {
        assertThat(ask().status()).isEqualTo(201);
        policy(0, "permit(principal, action == Action::\"request_access\", resource is AwsS3Bucket);");
        assertThat(ask().status()).isEqualTo(403);
    }

    @Test
    void approvesAtOnceWhereTheRuleSaysSo() {
        var policy = policy(0, "permit(principal is User, action, resource is AwsS3Bucket);");
        var rule = jitsudo.withKey("POST", "/policies/" + policy + "/rules")
                .json("{\"effect\": \"permit\", \"action_scope_type\": \"eq\", \"action_ids\": [\"assume\"],"
                        + " \"approval_mode\": \"auto\"}")
                .send();
        assertThat(rule.status()).as(rule.body()).isEqualTo(201);
        assertThatJson(ask().body())
                .isObject()
                .containsEntry("status", "approved")
                .containsEntry("approval_mode", "auto");
    }

    @Test
    void tellsInADryRunWhatWouldBeDecided() {
        var policy = policy(
                5,
                """
                permit(principal in User::"group:engineering", action == Action::"request_access", resource is AwsAccount);
                @notice("Not the root account.")
                forbid(principal, action, resource == AwsAccount::"1");""");
        assertThatJson(evaluate("ada@example.org", "[\"engineering\"]", "aws_account:2", "assume"))
                .isEqualTo(
                        """
                {"permitted": true, "matching_policy_ids": ["%s"], "reason": "permitted by policy \\"P\\"", "notices": []}"""
                                .formatted(policy));
        assertThatJson(evaluate("ada@example.org", "[\"group:engineering\"]", "aws_account:1", "read"))
                .isEqualTo(
                        """
                {"permitted": false, "matching_policy_ids": ["%s"], "reason": "forbidden by policy \\"P\\"",
                 "notices": ["Not the root account."]}"""
                                .formatted(policy));
        assertThatJson(evaluate(jitsudo.adaId(), "[]", "aws_account:2", "request_access"))
                .isEqualTo(
                        """
                {"permitted": false, "matching_policy_ids": [], "reason": "no policy permits this", "notices": []}""");
    }

    @Test
    void takesTheGroupsOfThePersonWhereNoneAreSent() {
        jitsudo.person("grace", "[\"approvers\"]");
        var request = "access_request:" + jitsudo.accessRequest();
        assertThatJson(dryRun("{\"principal\": \"Grace@example.org\", \"resource\": \"%s\", \"action\": \"approve\"}"
                                .formatted(request))
                        .body())
                .inPath("permitted")
                .isEqualTo(true);
        assertThatJson(dryRun("{\"principal\": \"%s\", \"resource\": \"%s\", \"action\": \"approve\"}"
                                .formatted(jitsudo.adaId(), request))
                        .body())
                .inPath("notices")
                .isEqualTo("[\"Nobody decides an access request of their own.\"]");
    }

    @Test
    void letsPeopleAskForADryRun() {
        var ada = jitsudo.token(jitsudo.adaId(), "jwt");
        assertThat(jitsudo.call("POST", "/policies/evaluate")
                        .bearer(ada)
                        .json(
                                "{\"principal\": \"ada@example.org\", \"resource\": \"aws_account:1\", \"action\": \"read\"}")
                        .send()
                        .status())
                .isEqualTo(200);
    }

    private String policy(int priority, String rules) {
        var made = jitsudo.withKey("POST", "/policies")
                .json(Json.write(Map.of(
                        "name", "P", "priority", priority, "max_duration_seconds", 86_400, "cedar_policy_set", rules)))
                .send();
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made.json().path("id").asText();
    }

    private Answer ask() {
        return jitsudo.withKey("POST", "/requests").json(JitsudoTenant.wish("")).send();
    }

    private String evaluate(String principal, String groups, String resource, String action) {
        return dryRun("{\"principal\": \"%s\", \"groups\": %s, \"resource\": \"%s\", \"action\": \"%s\"}"
                        .formatted(principal, groups, resource, action))
                .body();
    }

    private Answer dryRun(String body) {
        return jitsudo.withKey("POST", "/policies/evaluate").json(body).send();
    }
}
