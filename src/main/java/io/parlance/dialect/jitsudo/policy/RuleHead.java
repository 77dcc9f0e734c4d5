package io.parlance.dialect.jitsudo.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.parlance.dialect.jitsudo.policy.CedarTokens.Token;
import io.parlance.dialect.jitsudo.policy.RuleStructure.ActionScope;
import io.parlance.dialect.jitsudo.policy.RuleStructure.Effect;
import io.parlance.rest.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What stands before the conditions of a rule, read from the JSON that the engine makes of it. */
record RuleHead(Effect effect, Scope principal, ActionScope action, Scope resource, @Nullable String notice) {
    /** The word behind {@code @} whose value users are told. */
    private static final String NOTICE = "notice";

    static RuleHead read(String engineJson) {
        var json = Json.read(engineJson.getBytes(StandardCharsets.UTF_8));
        return new RuleHead(
                Effect.valueOf(json.path("effect").asText().toUpperCase(Locale.ROOT)),
                scope(json.path("principal")),
                actions(json.path("action")),
                scope(json.path("resource")),
                notice(json.path("annotations").path(NOTICE)));
    }

    private static @Nullable String notice(JsonNode annotation) {
        if (annotation.isMissingNode()) {
            return null;
        }
        var words = annotation.asText("");
        if (words.isBlank()) {
            throw new BadPolicyException("a notice must not be blank", 0);
        }
        return words;
    }

    RuleStructure structure(@Nullable String conditions) {
        return new RuleStructure(effect, principal, action, resource, conditions);
    }

    /** Where the head of a rule that the engine takes ends: behind the bracket that closes the three scopes. */
    static int end(String text, List<Token> tokens) {
        int at = 0;
        while (tokens.get(at).is(text, "@")) {
            at += 2;
            if (tokens.get(at).is(text, "(")) {
                at += 3;
            }
        }
        int depth = 0;
        for (var token : tokens.subList(at, tokens.size())) {
            depth += token.is(text, "(") ? 1 : 0;
            depth -= token.is(text, ")") ? 1 : 0;
            if (token.is(text, ")") && depth == 0) {
                return token.to();
            }
        }
        throw new IllegalStateException("a rule without scopes");
    }

    private static Scope scope(JsonNode json) {
        var entity = json.path("entity");
        var id = entity.path("id").asText();
        return switch (json.path("op").asText()) {
            case "All" -> Scope.ANY;
            case "==" -> new Scope(Scope.Type.EQ, entity.path("type").asText(), id);
            case "in" -> new Scope(Scope.Type.IN, entity.path("type").asText(), id);
            default -> is(json.path("entity_type").asText(), json.path("in").path("entity"));
        };
    }

    private static Scope is(String type, JsonNode in) {
        return in.isMissingNode()
                ? new Scope(Scope.Type.IS, type, null)
                : Scope.isIn(
                        type,
                        new Scope.Entity(in.path("type").asText(), in.path("id").asText()));
    }

    private static ActionScope actions(JsonNode json) {
        var several = json.path("entities");
        var ids = several.isMissingNode()
                ? Stream.of(json.path("entity").path("id").asText()).toList()
                : several.findValuesAsText("id");
        return switch (json.path("op").asText()) {
            case "All" -> ActionScope.ANY;
            case "==" -> new ActionScope(Scope.Type.EQ, ids);
            default -> new ActionScope(Scope.Type.IN, ids);
        };
    }
}
