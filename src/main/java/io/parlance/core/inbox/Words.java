package io.parlance.core.inbox;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * The words of a text, of whatever language: runs of letters and digits, without case and accents. Scripts that put no blanks
 * between words give each two neighbours as a word, and the last sign of a run by itself, so that one sign is always the
 * beginning of a word.
 */
final class Words {
    /** A vector of PostgreSQL takes a megabyte; nobody looks for what stands behind that many words. */
    private static final int MOST = 10_000;

    private static final int LONGEST = 40;
    private static final int MOST_ASKED = 16;
    private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u036f]+");
    private static final Pattern RUNS = Pattern.compile(
            "(?<signs>[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}\\p{IsLao}\\p{IsKhmer}\\p{IsMyanmar}ー]+)"
                    + "|[\\p{L}\\p{M}\\p{N}&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}\\p{IsLao}\\p{IsKhmer}"
                    + "\\p{IsMyanmar}]]+");

    private Words() {}

    /** Each word once. */
    static Set<String> of(String text) {
        var words = new LinkedHashSet<String>();
        runs(text, words, run -> {
            var signs = run.codePoints().toArray();
            pairs(signs, words);
            words.add(Character.toString(signs[signs.length - 1]));
        });
        return words;
    }

    /**
     * What a text has to hold to be found by this one, as a {@code tsquery}: all words, and one that begins like the last.
     * Empty where there is no word in it.
     */
    static String query(String searched) {
        var words = new ArrayList<String>();
        runs(searched, words, run -> {
            var signs = run.codePoints().toArray();
            if (signs.length == 1) {
                words.add(run);
            }
            pairs(signs, words);
        });
        var asked = words.subList(0, Math.min(words.size(), MOST_ASKED));
        return asked.isEmpty() ? "" : "'" + String.join("' & '", asked) + "':*";
    }

    private static void runs(String text, Collection<String> words, Consumer<String> signs) {
        var matcher = RUNS.matcher(plain(text));
        while (words.size() < MOST && matcher.find()) {
            if (matcher.group("signs") == null) {
                words.add(beginning(matcher.group()));
            } else {
                signs.accept(matcher.group());
            }
        }
    }

    private static void pairs(int[] signs, Collection<String> words) {
        for (int i = 0; i + 1 < signs.length && words.size() < MOST; i++) {
            words.add(new String(signs, i, 2));
        }
    }

    private static String beginning(String word) {
        return word.codePointCount(0, word.length()) <= LONGEST
                ? word
                : word.substring(0, word.offsetByCodePoints(0, LONGEST));
    }

    private static String plain(String text) {
        var apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
        return Normalizer.normalize(ACCENTS.matcher(apart).replaceAll(""), Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT);
    }
}
