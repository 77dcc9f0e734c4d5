package io.parlance.dialect.jitsudo.policy;

import io.parlance.dialect.jitsudo.policy.CedarTokens.Token;
import java.util.List;
import java.util.Set;

/**
 * Stands before every native call that reads a policy text. The engine's parser is recursive: brackets nested too deep overflow
 * its stack, which kills the whole server without a word, and a long {@code has a.b.c} makes it work for minutes. A text within
 * these bounds cannot (ADR 18 says how that was found).
 */
final class PolicyGuard {
    static final int MAX_LENGTH = 16 * 1024;
    static final int MAX_DEPTH = 24;
    static final int MAX_IFS = 24;
    static final int MAX_OPERATORS = 100;
    static final int MAX_DOTS = 150;

    private static final Set<String> OPERATORS = Set.of("+", "-", "*", "!", "&", "|");
    private static final String OPENING = "([{";
    private static final String CLOSING = ")]}";

    private final String text;
    private int depth;
    private int ifs;
    private int operators;
    private int dots;

    private PolicyGuard(String text) {
        this.text = text;
    }

    /** Refuses a statement that is too much for the engine; gives its tokens. */
    static List<Token> check(String statement) {
        var tokens = CedarTokens.of(bounded(statement));
        var guard = new PolicyGuard(statement);
        tokens.forEach(guard::count);
        return tokens;
    }

    /** Refuses a statement that is too long. */
    static String bounded(String statement) {
        if (statement.length() > MAX_LENGTH) {
            throw new BadPolicyException("a rule may have " + MAX_LENGTH + " characters", MAX_LENGTH);
        }
        return statement;
    }

    private void count(Token token) {
        if (token.kind() == CedarTokens.Kind.STRING) {
            refuseNul(token);
            return;
        }
        var sign = text.substring(token.from(), token.to());
        if (OPENING.contains(sign)) {
            depth = refuseAbove(MAX_DEPTH, depth + 1, "brackets may be nested %d deep", token);
        } else if (CLOSING.contains(sign)) {
            depth = Math.max(0, depth - 1);
        } else if (sign.equals("if")) {
            ifs = refuseAbove(MAX_IFS, ifs + 1, "a rule may have %d times if", token);
        } else if (sign.equals(".")) {
            dots = refuseAbove(MAX_DOTS, dots + 1, "a rule may have %d dots", token);
        } else if (OPERATORS.contains(sign) && !isSecondOfTwo(token)) {
            operators = refuseAbove(MAX_OPERATORS, operators + 1, "a rule may have %d operators", token);
        }
    }

    /** An escaped one; it cannot be stored. */
    private void refuseNul(Token string) {
        if (CedarString.unquote(text.substring(string.from(), string.to())).indexOf('\0') >= 0) {
            throw new BadPolicyException("a text holds the character U+0000", string.from());
        }
    }

    /** Whether it ends an {@code &&} or an {@code ||}. */
    private boolean isSecondOfTwo(Token token) {
        char sign = text.charAt(token.from());
        return (sign == '&' || sign == '|') && token.from() > 0 && text.charAt(token.from() - 1) == sign;
    }

    private static int refuseAbove(int limit, int value, String problem, Token token) {
        if (value > limit) {
            throw new BadPolicyException(problem.formatted(limit), token.from());
        }
        return value;
    }
}
