package io.parlance.dialect.jitsudo.policy;

import java.util.ArrayList;
import java.util.List;

/**
 * One statement of a text.
 *
 * @param offset where it begins in the text, in characters
 */
record Statement(String text, int offset) {
    /** Longest text of several statements. */
    static final int MAX_LENGTH = 128 * 1024;

    static final int MAX_STATEMENTS = 200;

    /** Cuts a text at its semicolons; comments stay with the statement behind them. An unfinished last one is one, too. */
    static List<Statement> split(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new BadPolicyException("a policy set may have " + MAX_LENGTH + " characters", MAX_LENGTH);
        }
        var found = new ArrayList<Statement>();
        int from = 0;
        int last = 0;
        for (var token : CedarTokens.of(text)) {
            last = token.to();
            if (token.is(text, ";")) {
                found.add(cut(text, from, last));
                from = last;
            }
            if (found.size() > MAX_STATEMENTS) {
                throw new BadPolicyException("a policy set may have " + MAX_STATEMENTS + " statements", token.from());
            }
        }
        if (last > from) {
            found.add(cut(text, from, last));
        }
        return found;
    }

    /** The one statement that a text must be. */
    static Statement single(String text) {
        var found = split(text);
        if (found.isEmpty()) {
            throw new BadPolicyException("there is no statement", 0);
        }
        if (found.size() > 1) {
            throw new BadPolicyException(
                    "there must be one statement, and this begins another",
                    found.get(1).offset());
        }
        return found.get(0);
    }

    private static Statement cut(String text, int from, int to) {
        int start = from;
        while (CedarTokens.isBlank(text.charAt(start))) {
            start++;
        }
        return new Statement(text.substring(start, to), start);
    }
}
