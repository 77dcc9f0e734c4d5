package io.parlance.dialect.jitsudo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;

/**
 * Body of {@code POST /v1/api-keys}.
 *
 * @param kind what the key writes as; our own member, {@code system} where it is absent
 */
record CreateApiKeyRequest(String name, String kind) {
    private static final List<String> KINDS = List.of("user", "approver", "system", "ai");
    private static final int MOST = 200;

    static CreateApiKeyRequest of(JsonNode sent) {
        var body = new Members(sent);
        var name = body.text("name", MOST);
        var kind = Objects.requireNonNullElse(body.optionalText("kind", MOST), "system");
        if (!KINDS.contains(kind)) {
            throw body.invalid("kind", "must be one of " + String.join(", ", KINDS));
        }
        return new CreateApiKeyRequest(name, kind);
    }
}
