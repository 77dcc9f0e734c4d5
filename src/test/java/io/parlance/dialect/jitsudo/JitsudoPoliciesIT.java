package io.parlance.dialect.jitsudo;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.it.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code /v1/policies}: making, listing, changing policies and their rules, by HTTP against the real server. */
class JitsudoPoliciesIT {
    private static final String POLICY =
            """
            {"name": "Production", "description": "with care", "priority": 10, "max_duration_seconds": 14400,
             "default_duration_seconds": 3600, "notification_channel": "ops",
             "cedar_policy_set": "permit(principal, action == Action::\\"request_access\\", resource is AwsAccount);\\n@notice(\\"Not at night.\\")\\nforbid(principal, action == Action::\\"request_access\\", resource) when { context.hour < 6 };"}""";

    private final JitsudoTenant jitsudo = JitsudoTenant.provision();

    @Test
    void answersAPolicyWithTheRulesOfItsSet() {
        var created = post("/policies", POLICY);
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("Location"))
                .endsWith("/v1/policies/" + created.json().path("id").asText());
        assertThatJson(created.body())
                .isEqualTo(
                        """
                {"id": "${json-unit.any-string}", "name": "Production", "description": "with care", "enabled": true,
                 "priority": 10, "max_duration_seconds": 14400, "default_duration_seconds": 3600,
                 "notification_channel": "ops", "rules": [
                   {"id": "${json-unit.any-string}", "ordinal": 0, "effect": "permit",
                    "policy_text": "permit(principal, action == Action::\\"request_access\\", resource is AwsAccount);",
                    "principal_scope_type": "any", "principal_entity_type": null, "principal_entity_id": null,
                    "action_scope_type": "eq", "action_ids": ["request_access"],
                    "resource_scope_type": "is", "resource_entity_type": "AwsAccount", "resource_entity_id": null,
                    "conditions": null, "notice": null, "audit_session": true, "created_at": "${json-unit.any-string}"},
                   {"id": "${json-unit.any-string}", "ordinal": 1, "effect": "forbid",
                    "policy_text": "@notice(\\"Not at night.\\")\\nforbid(principal, action == Action::\\"request_access\\", resource) when { context.hour < 6 };",
                    "principal_scope_type": "any", "principal_entity_type": null, "principal_entity_id": null,
                    "action_scope_type": "eq", "action_ids": ["request_access"],
                    "resource_scope_type": "any", "resource_entity_type": null, "resource_entity_id": null,
                    "conditions": "when { context.hour < 6 }", "notice": "Not at night.", "audit_session": true,
                    "created_at": "${json-unit.any-string}"}],
                 "created_at": "${json-unit.any-string}", "updated_at": "${json-unit.any-string}"}""");
        assertThatJson(get("/policies/" + created.json().path("id").asText()).body())
                .isEqualTo(created.body());
    }

    @Test
    void makesAPolicyOfTheLeast() {
        var created = post("/policies", "{\"name\": \"Least\", \"max_duration_seconds\": 60}");
        assertThatJson(created.body())
                .isObject()
                .containsEntry("description", null)
                .containsEntry("enabled", true)
                .containsEntry("default_duration_seconds", null)
                .containsEntry("notification_channel", null);
        assertThatJson(created.body()).inPath("priority").isEqualTo(0);
        assertThatJson(created.body()).inPath("rules").isEqualTo("[]");
    }

    @Test
    void listsSummariesByPage() {
        var first = id(post("/policies", POLICY));
        var second = id(post("/policies", "{\"name\": \"Second\", \"max_duration_seconds\": 60}"));
        var page = get("/policies?limit=1");
        assertThatJson(page.body()).inPath("data[0].id").isEqualTo(first);
        assertThatJson(page.body()).inPath("data[0].rule_count").isEqualTo(2);
        assertThatJson(page.body()).inPath("data[0]").isObject().doesNotContainKey("rules");
        assertThatJson(page.body()).inPath("has_more").isEqualTo(true);
        var next = get(
                "/policies?limit=1&cursor=" + page.json().path("next_cursor").asText());
        assertThatJson(next.body()).inPath("data[0].id").isEqualTo(second);
        assertThatJson(next.body()).inPath("next_cursor").isEqualTo(null);
        assertThatJson(next.body()).inPath("has_more").isEqualTo(false);
    }

    @Test
    void changesWhatAPatchNames() {
        var policy = id(post("/policies", POLICY));
        var changed = patch("/policies/" + policy, "{\"enabled\": false, \"description\": null, \"priority\": -1}");
        assertThat(changed.status()).isEqualTo(200);
        assertThatJson(changed.body())
                .isObject()
                .containsEntry("name", "Production")
                .containsEntry("enabled", false)
                .containsEntry("description", null);
        assertThatJson(changed.body()).inPath("priority").isEqualTo(-1);
        assertThatJson(changed.body()).inPath("rules").isArray().hasSize(2);
    }

    @Test
    void assemblesTheTextOfARule() {
        var policy = id(post("/policies", "{\"name\": \"Rules\", \"max_duration_seconds\": 60}"));
        var created = post(
                "/policies/" + policy + "/rules",
                """
                {"effect": "permit", "principal_scope_type": "in", "principal_entity_type": "User",
                 "principal_entity_id": "group:engineering", "action_scope_type": "eq", "action_ids": ["request_access"],
                 "resource_scope_type": "eq", "resource_entity_type": "AwsAccount", "resource_entity_id": "123456789012",
                 "conditions": "context.duration_seconds <= 14400", "notice": "Say \\"why\\".", "audit_session": false,
                 "approval_mode": "auto"}""");
        assertThat(created.status()).isEqualTo(201);
        assertThatJson(created.body())
                .isObject()
                .containsEntry("principal_entity_id", "group:engineering")
                .containsEntry("notice", "Say \"why\".")
                .containsEntry("audit_session", false)
                .containsEntry("approval_mode", "auto")
                .containsEntry(
                        "policy_text",
                        """
                        @notice("Say \\"why\\".")
                        permit(principal in User::"group:engineering", action == Action::"request_access", resource == AwsAccount::"123456789012")
                        when { context.duration_seconds <= 14400
                        }
                        ;""");
        var again = post(
                "/policies/" + policy + "/rules",
                "{\"ordinal\": 7, \"policy_text\": " + created.json().path("policy_text") + "}");
        assertThatJson(again.body())
                .isObject()
                .containsEntry("notice", "Say \"why\".")
                .containsEntry("principal_entity_id", "group:engineering");
        assertThatJson(post(
                                "/policies/" + policy + "/rules",
                                "{\"policy_text\": \"permit(principal, action, resource);\", \"effect\": \"forbid\"}")
                        .body())
                .inPath("ordinal")
                .isEqualTo(8);
        var rules = get("/policies/" + policy + "/rules");
        assertThatJson(rules.body()).inPath("data[*].ordinal").isEqualTo("[0, 7, 8]");
        assertThatJson(get("/policies/" + policy + "/rules/" + id(created)).body())
                .isEqualTo(created.body());
        assertThatJson(get("/policies/" + policy + "/rules?limit=1&cursor=" + id(created))
                        .body())
                .inPath("data[*].ordinal")
                .isEqualTo("[7]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"policy_text\": \"permit(principal,\\n  oops, resource);\"} | policy_text | 2 | 3 | found an invalid variable in the policy scope: oops",
                "{\"effect\": \"permit\", \"conditions\": \"when { true }\\nunless { foo bar }\"} | conditions | 2 | 14 | unexpected token `bar`",
                "{\"effect\": \"permit\", \"conditions\": \"true &&\\n foo bar\"} | conditions | 2 | 6 | unexpected token `bar`",
                "{\"effect\": \"permit\", \"conditions\": \"\u00e9 == 1\"} | conditions | 1 | 1 | invalid token",
                "{\"effect\": \"permit\", \"conditions\": \"\\\"\u00e9\\\" == foo\"} | conditions | 1 | 8 | invalid variable: foo",
                "{\"effect\": \"permit\", \"principal_scope_type\": \"is\", \"principal_entity_type\": \"Group\"} | policy_text | 1 | 21 | unrecognized entity type `Group`",
                "{\"policy_text\": \"permit(principal, action, resource); forbid(principal, action, resource);\"} | policy_text | 1 | 38 | there must be one statement",
            })
    void saysWhereARuleIsWrong(String body, String field, int line, int column, String problem) {
        var policy = id(post("/policies", "{\"name\": \"Rules\", \"max_duration_seconds\": 60}"));
        var refused = refused("/policies/" + policy + "/rules", body);
        assertThat(refused.status()).isEqualTo(400);
        assertThatJson(refused.body()).inPath("code").isEqualTo("invalid_input");
        assertThatJson(refused.body())
                .inPath("details")
                .isEqualTo("{\"field\": \"%s\", \"line\": %d, \"column\": %d}".formatted(field, line, column));
        assertThat(refused.json().path("message").asText())
                .startsWith("%s, line %d, column %d: ".formatted(field, line, column))
                .contains(problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"max_duration_seconds\": 60}                                     | name",
                "{\"name\": \"x\"}                                                  | max_duration_seconds",
                "{\"name\": \"x\", \"max_duration_seconds\": 0}                     | max_duration_seconds",
                "{\"name\": \"x\", \"max_duration_seconds\": 1.5}                   | max_duration_seconds",
                "{\"name\": \"x\", \"max_duration_seconds\": 60, \"default_duration_seconds\": 61} | default_duration_seconds",
                "{\"name\": \"x\", \"max_duration_seconds\": 60, \"enabled\": \"yes\"}             | enabled",
                "{\"name\": \"x\", \"max_duration_seconds\": 60, \"priority\": 3000000000}         | priority",
                "{\"name\": \"x\", \"max_duration_seconds\": 60, \"approval_timeout\": \"soon\"}   | approval_timeout",
                "{\"name\": \"x\", \"max_duration_seconds\": 60, \"approval_mode\": \"never\"}     | approval_mode",
                "{\"name\": \"x\", \"max_duration_seconds\": 60, \"cedar_policy_set\": 7}          | cedar_policy_set",
            })
    void namesTheFieldThatIsWrong(String body, String field) {
        var refused = refused("/policies", body);
        assertThat(refused.status()).isEqualTo(400);
        assertThatJson(refused.body()).inPath("details.field").isEqualTo(field);
    }

    @Test
    void storesNothingOfASetThatIsWrong() {
        var refused = refused(
                "/policies",
                "{\"name\": \"x\", \"max_duration_seconds\": 60, \"cedar_policy_set\": \"permit(principal, action, resource);\\nnonsense;\"}");
        assertThat(refused.status()).isEqualTo(400);
        assertThatJson(refused.body()).inPath("details.line").isEqualTo(2);
        assertThatJson(get("/policies").body()).inPath("data").isEqualTo("[]");
    }

    @Test
    void survivesDeepNesting() {
        var policy = id(post("/policies", "{\"name\": \"Deep\", \"max_duration_seconds\": 60}"));
        var deep = "(".repeat(10_000) + "true" + ")".repeat(10_000);
        for (var body : new String[] {
            "{\"policy_text\": \"permit(principal, action, resource) when { %s };\"}".formatted(deep),
            "{\"effect\": \"permit\", \"conditions\": \"%s\"}".formatted(deep),
            "{\"effect\": \"permit\", \"conditions\": \"when { context has a%s }\"}".formatted(".a".repeat(5000)),
        }) {
            assertThat(refused("/policies/" + policy + "/rules", body).status()).isEqualTo(400);
        }
        assertThat(refused(
                                "/policies",
                                "{\"name\": \"x\", \"max_duration_seconds\": 60, \"cedar_policy_set\": \"permit(principal, action, resource) when { %s };\"}"
                                        .formatted(deep))
                        .status())
                .isEqualTo(400);
        assertThat(get("/policies").status()).isEqualTo(200);
    }

    @Test
    void letsOnlyAdministratorsChangePolicies() {
        var policy = id(post("/policies", POLICY));
        var ada = jitsudo.token(jitsudo.adaId(), "jwt");
        var admin = jitsudo.person("root", "[\"admins\"]");
        var body = "{\"name\": \"x\", \"max_duration_seconds\": 60}";
        assertThat(jitsudo.call("POST", "/policies")
                        .bearer(ada)
                        .json(body)
                        .send()
                        .status())
                .isEqualTo(403);
        assertThat(jitsudo.call("POST", "/policies")
                        .bearer(admin)
                        .json(body)
                        .send()
                        .status())
                .isEqualTo(201);
        assertThat(jitsudo.call("GET", "/policies/" + policy).bearer(ada).send().status())
                .isEqualTo(200);
    }

    @Test
    void answersUnknownAndForeignPoliciesAlike() {
        var foreign = id(JitsudoTenant.provision()
                .withKey("POST", "/policies")
                .json(POLICY)
                .send());
        for (var path : new String[] {foreign, "4711", jitsudo.id()}) {
            var answer = get("/policies/" + path);
            assertThat(answer.status()).isEqualTo(404);
            assertThatJson(answer.body()).isEqualTo("{\"code\": \"not_found\", \"message\": \"policy not found\"}");
            assertThat(patch("/policies/" + path, "{}").status()).isEqualTo(404);
            assertThat(refused("/policies/" + path + "/rules", "{}").status()).isEqualTo(404);
        }
        var own = id(post("/policies", POLICY));
        assertThatJson(get("/policies/" + own + "/rules/" + own).body())
                .isEqualTo("{\"code\": \"not_found\", \"message\": \"policy rule not found\"}");
    }

    @Test
    void recordsWhoChangedWhat() {
        var policy = id(post("/policies", POLICY));
        patch("/policies/" + policy, "{\"enabled\": false}");
        post("/policies/" + policy + "/rules", "{\"policy_text\": \"permit(principal, action, resource);\"}");
        var log = get("/audit-log");
        assertThatJson(log.body())
                .inPath("data[*].action")
                .isEqualTo("[\"policy_rule.created\", \"policy.updated\", \"policy.created\"]");
        assertThatJson(log.body()).inPath("data[2].resource_id").isEqualTo(policy);
    }

    private Answer post(String path, String body) {
        return jitsudo.withKey("POST", path).json(body).send();
    }

    /** With a body that is wrong. */
    private Answer refused(String path, String body) {
        return jitsudo.withKey("POST", path).json(body).undocumented().send();
    }

    private Answer patch(String path, String body) {
        return jitsudo.withKey("PATCH", path).json(body).undocumented().send();
    }

    private Answer get(String path) {
        return jitsudo.withKey("GET", path).undocumented().send();
    }

    private static String id(Answer answer) {
        return answer.json().path("id").asText();
    }
}
