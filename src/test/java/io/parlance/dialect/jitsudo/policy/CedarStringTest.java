package io.parlance.dialect.jitsudo.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CedarStringTest {
    @Test
    void readsWhatItWrites() {
        var text = "a \"b\" \\ \n\r\t\u0000\u0007 \u4e16 \uD83D\uDE00 \\u{41}";
        var quoted = CedarString.quote(text);
        assertThat(CedarString.unquote(quoted.substring(1, quoted.length() - 1)))
                .isEqualTo(text);
    }

    @Test
    void readsOnThoughAnEscapeNamesNoCharacter() {
        assertThat(CedarString.unquote("\\u{110000}\\u{ffffff}\\u{10ffff}"))
                .isEqualTo("u{110000}u{ffffff}" + Character.toString(0x10ffff));
    }
}
