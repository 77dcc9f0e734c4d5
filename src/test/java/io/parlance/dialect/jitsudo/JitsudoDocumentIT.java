package io.parlance.dialect.jitsudo;

import com.fasterxml.jackson.databind.JsonNode;
import io.parlance.it.DocumentedDialect;
import io.parlance.it.TestServer;
import java.util.HashMap;
import java.util.Map;

class JitsudoDocumentIT implements DocumentedDialect {
    private final JitsudoTenant jitsudo = JitsudoTenant.provision();
    private final String ada = jitsudo.token(jitsudo.adaId(), "jwt");

    @Override
    public String dialect() {
        return "jitsudo";
    }

    @Override
    public Map<String, String> credential() {
        return Map.of("X-API-Key", jitsudo.key());
    }

    @Override
    public Map<String, String> own() {
        var own = new HashMap<String, String>();
        own.put("2489E9AD-2EE2-8E00-8EC9-32D5F69181C0", jitsudo.id());
        own.put("{installation key}", TestServer.adminToken());
        own.put("{approver token}", jitsudo.person("grace", "[\"approvers\"]"));
        own.put("{requester token}", ada);
        own.put("{slug}", "t-" + jitsudo.id());
        own.put("0198A000-0000-7000-8000-0000000000A0", jitsudo.accessRequest());
        own.put("0198A000-0000-7000-8000-0000000000A1", ask(",\"break_glass\":true"));
        for (var pending : new String[] {"B0", "B1", "B2"}) {
            own.put("0198A000-0000-7000-8000-0000000000" + pending, ask(""));
        }
        var policy = policy();
        own.put("0198A000-0000-7000-8000-0000000000C0", policy.path("id").asText());
        own.put(
                "0198A000-0000-7000-8000-0000000000C1",
                policy.path("rules").path(0).path("id").asText());
        return own;
    }

    /** One that permits what examples ask for, before the policies that examples make. */
    private JsonNode policy() {
        return jitsudo.withKey("POST", "/policies")
                .json(
                        """
                {"name": "All", "priority": 1000, "max_duration_seconds": 86400,
                 "cedar_policy_set": "permit(principal, action == Action::\\"request_access\\", resource);"}""")
                .send()
                .json();
    }

    private String ask(String moreMembers) {
        JsonNode made = jitsudo.call("POST", "/requests")
                .bearer(ada)
                .json(JitsudoTenant.wish(moreMembers))
                .send()
                .json();
        return made.path("id").asText();
    }
}
