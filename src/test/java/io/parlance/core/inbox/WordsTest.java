package io.parlance.core.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void takesRunsOfLettersAndDigitsWithoutCaseAndAccents() {
        assertThat(Words.of("Zürich, zurich; ΆΛΦΑ йод 2026-11 don't Ｆｕｌｌ"))
                .containsExactly("zurich", "αλφα", "иод", "2026", "11", "don", "t", "full");
    }

    @Test
    void takesPairsOfSignsWhereScriptsHaveNoBlanks() {
        assertThat(Words.of("PDF契約書 が")).containsExactly("pdf", "契約", "約書", "書", "が");
        assertThat(Words.of("ภาษา")).contains("ภา", "าษ", "ษา", "า");
    }

    @Test
    void keepsWithinWhatTheStoreTakes() {
        assertThat(Words.of("x".repeat(1_000_000))).containsExactly("x".repeat(40));
        var many = new StringBuilder();
        for (int i = 0; i < 100_000; i++) {
            many.append(i).append(' ').appendCodePoint(0x4e00 + i % 20_000);
        }
        assertThat(Words.of(many.toString())).hasSizeBetween(10_000, 10_002);
    }

    @Test
    void keepsWithinTheBytesThatTheStoreTakes() {
        var many = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            many.append(i).append("ა".repeat(40)).append(' ');
        }
        int bytes = Words.of(many.toString()).stream()
                .mapToInt(word -> word.getBytes(StandardCharsets.UTF_8).length)
                .sum();
        assertThat(bytes).isBetween(999_000, 1_000_000);
    }

    @Test
    void takesNoNoticeOfFinalSigmasAndSoftHyphens() {
        assertThat(Words.of("ΟΔΟΣ οδός vertrags\u00adpartner")).containsExactly("οδοσ", "vertragspartner");
    }

    @Test
    void asksForAllWordsAndTheBeginningOfTheLast() {
        assertThat(Words.query("Hello Wor")).isEqualTo("'hello' & 'wor':*");
        assertThat(Words.query("東")).isEqualTo("'東':*");
        assertThat(Words.query("東 京都 pdf")).isEqualTo("'東':* & '京都' & 'pdf':*");
        assertThat(Words.query("東京都")).isEqualTo("'東京' & '京都':*");
        assertThat(Words.query("a'b\\ & !c:*")).isEqualTo("'a' & 'b' & 'c':*");
        assertThat(Words.query("?! ")).isEmpty();
    }
}
