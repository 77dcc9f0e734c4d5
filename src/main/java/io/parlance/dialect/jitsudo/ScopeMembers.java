package io.parlance.dialect.jitsudo;

import io.parlance.dialect.jitsudo.policy.RuleStructure;
import io.parlance.dialect.jitsudo.policy.RuleStructure.ActionScope;
import io.parlance.dialect.jitsudo.policy.RuleStructure.Effect;
import io.parlance.dialect.jitsudo.policy.Scope;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads a rule that is sent as fields instead of a text. */
final class ScopeMembers {
    private static final String CONDITIONS = "conditions";
    private static final int MAX_ID = 2048;
    private static final int MAX_TEXT = 200_000;
    private static final int MAX_ACTIONS = 50;
    private static final List<String> SCOPES =
            Arrays.stream(Scope.Type.values()).map(Scope.Type::word).toList();

    private ScopeMembers() {}

    static RuleStructure read(Members members) {
        var effect = members.optionalWord("effect", List.of("permit", "forbid"));
        if (effect == null) {
            throw members.invalid("effect", "is required where there is no policy_text");
        }
        return new RuleStructure(
                Effect.valueOf(effect.toUpperCase(Locale.ROOT)),
                scope(members, "principal"),
                actions(members),
                scope(members, "resource"),
                RuleStructure.clauses(members.optionalText(CONDITIONS, MAX_TEXT)));
    }

    private static Scope scope(Members members, String variable) {
        var type = type(members, variable + "_scope_type", SCOPES);
        if (type == Scope.Type.ANY) {
            return Scope.ANY;
        }
        var entityType = variable + "_entity_type";
        var named = members.text(entityType, MAX_ID);
        if (!Scope.isTypeName(named)) {
            throw members.invalid(entityType, "must be the name of a type, such as User");
        }
        return new Scope(type, named, entityId(members, type, variable + "_entity_id"));
    }

    private static @Nullable String entityId(Members members, Scope.Type type, String name) {
        return type == Scope.Type.IS ? null : members.text(name, MAX_ID);
    }

    private static ActionScope actions(Members members) {
        var type = type(members, "action_scope_type", List.of("any", "eq", "in"));
        var ids =
                Objects.requireNonNullElse(members.optionalTexts("action_ids", MAX_ACTIONS, MAX_ID), List.<String>of());
        if (type == Scope.Type.ANY) {
            return ActionScope.ANY;
        }
        if (ids.isEmpty() || (type == Scope.Type.EQ && ids.size() > 1)) {
            throw members.invalid("action_ids", type == Scope.Type.EQ ? "must name one action" : "must name actions");
        }
        return new ActionScope(type, ids);
    }

    private static Scope.Type type(Members members, String name, List<String> allowed) {
        var word = members.optionalWord(name, allowed);
        return word == null ? Scope.Type.ANY : Scope.Type.valueOf(word.toUpperCase(Locale.ROOT));
    }
}
