package io.parlance.dialect.jitsudo.policy;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a policy text into words, strings and single signs, as the engine's own lexer does; blanks and comments are left out. It
 * needs no stack, so that any text may be given to it.
 */
final class CedarTokens {
    private final String text;
    private int at;

    /** A piece of the text from one character up to another, which no longer belongs to it. */
    record Token(Kind kind, int from, int to) {
        boolean is(String text, String word) {
            return kind != Kind.STRING && to - from == word.length() && text.startsWith(word, from);
        }
    }

    enum Kind {
        WORD,
        STRING,
        SIGN
    }

    private CedarTokens(String text) {
        this.text = text;
    }

    static List<Token> of(String text) {
        var tokens = new ArrayList<Token>();
        var cutter = new CedarTokens(text);
        while (cutter.skipBlanks()) {
            tokens.add(cutter.next());
        }
        return tokens;
    }

    private boolean skipBlanks() {
        while (at < text.length()) {
            if (text.startsWith("//", at)) {
                skipLine();
            } else if (isBlank(text.charAt(at))) {
                at++;
            } else {
                return true;
            }
        }
        return false;
    }

    /** What is blank to the engine; it is not quite that to Java. */
    static boolean isBlank(char c) {
        return (c >= '\t' && c <= '\r') || c == '\u0085' || Character.isSpaceChar(c);
    }

    /** For the engine a comment ends at a carriage return, too. */
    private void skipLine() {
        while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
            at++;
        }
    }

    private Token next() {
        int from = at;
        if (text.charAt(at) == '"') {
            skipString();
            return new Token(Kind.STRING, from, at);
        }
        if (!isWord(text.charAt(at))) {
            at++;
            return new Token(Kind.SIGN, from, at);
        }
        while (at < text.length() && isWord(text.charAt(at))) {
            at++;
        }
        return new Token(Kind.WORD, from, at);
    }

    private void skipString() {
        at++;
        while (at < text.length() && text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        at = Math.min(at + 1, text.length());
    }

    private static boolean isWord(char c) {
        return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
