package io.parlance.dialect.jitsudo.policy;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A rule taken apart.
 *
 * @param conditions the {@code when} and {@code unless} clauses as written; null for none
 */
public record RuleStructure(
        Effect effect, Scope principal, ActionScope action, Scope resource, @Nullable String conditions) {

    /** What a rule does where it applies. */
    public enum Effect {
        PERMIT,
        FORBID;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Which actions a rule is about; {@code is} and {@code is_in} do not exist for actions. */
    public record ActionScope(Scope.Type type, List<String> ids) {
        public static final ActionScope ANY = new ActionScope(Scope.Type.ANY, List.of());

        boolean covers(String action) {
            return type == Scope.Type.ANY || ids.contains(action);
        }

        private String text() {
            return switch (type) {
                case EQ -> "action == " + entity(ids.get(0));
                case IN ->
                    "action in " + ids.stream().map(ActionScope::entity).collect(Collectors.joining(", ", "[", "]"));
                default -> "action";
            };
        }

        private static String entity(String id) {
            return "Action::" + CedarString.quote(id);
        }
    }

    /** The statement up to its conditions. */
    String head() {
        return effect.word() + "(" + principal.text("principal") + ", " + action.text() + ", "
                + resource.text("resource") + ")";
    }

    /** Conditions as clauses; the guides send bare ones, which stand for those of a {@code when}. */
    public static @Nullable String clauses(@Nullable String conditions) {
        if (conditions == null || conditions.isBlank()) {
            return null;
        }
        var first = CedarTokens.of(conditions).stream().findFirst();
        return first.filter(word -> word.is(conditions, "when") || word.is(conditions, "unless"))
                .map(clause -> conditions)
                .orElseGet(() -> "when { " + conditions + "\n}");
    }

    /** Where the conditions begin in the whole statement. */
    public int conditionsOffset() {
        return head().length() + 1;
    }

    /** The whole statement. A line break before the end, for conditions may end with a comment. */
    public String text() {
        return conditions == null ? head() + ";" : head() + "\n" + conditions + "\n;";
    }

    RuleStructure withPrincipal(Scope other) {
        return new RuleStructure(effect, other, action, resource, conditions);
    }
}
