package io.parlance.core.inbox;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The words of a text, of whatever language: runs of letters and digits, without case and accents. Scripts that put no blanks
 * between words give each two neighbours as a word, and the last sign of a run by itself, so that one sign is always the
 * beginning of a word.
 */
final class Words {
    /** Nobody looks for what stands behind that many words. */
    private static final int MOST = 10_000;

    /** PostgreSQL makes a vector of more than a mebibyte without complaint, but its words are not those it was given. */
    private static final int MOST_BYTES = 1_000_000;

    private static final int LONGEST = 40;
    private static final int MOST_ASKED = 16;
    /** Soft hyphens, too, which nobody sees. */
    private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u036f\\u00ad]+");

    private static final String SIGNS =
            "\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}\\p{IsLao}\\p{IsKhmer}\\p{IsMyanmar}";
    private static final Pattern SIGN = Pattern.compile("[" + SIGNS + "ー]");
    private static final Pattern RUNS =
            Pattern.compile("(?<signs>[" + SIGNS + "ー]+)|[\\p{L}\\p{M}\\p{N}&&[^" + SIGNS + "]]+");

    private Words() {}

    /** Each word once. */
    static Set<String> of(String text) {
        var words = new LinkedHashSet<String>();
        runs(text, words, run -> {
            var signs = run.codePoints().toArray();
            pairs(signs, words);
            words.add(Character.toString(signs[signs.length - 1]));
        });
        return fitting(words);
    }

    /**
     * What a text has to hold to be found by this one, as a {@code tsquery}: all words, and one that begins like the last. A
     * sign by itself may be followed by others wherever it stands. Empty where there is no word in it.
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
        return IntStream.range(0, asked.size())
                .mapToObj(i -> asked(asked.get(i), i == asked.size() - 1))
                .collect(Collectors.joining(" & "));
    }

    private static String asked(String word, boolean last) {
        return "'" + word + (last || SIGN.matcher(word).matches() ? "':*" : "'");
    }

    private static Set<String> fitting(Set<String> words) {
        var fitting = new LinkedHashSet<String>();
        int bytes = 0;
        for (var word : words) {
            bytes += word.getBytes(StandardCharsets.UTF_8).length;
            if (bytes > MOST_BYTES) {
                break;
            }
            fitting.add(word);
        }
        return fitting;
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
                .toLowerCase(Locale.ROOT)
                .replace('ς', 'σ');
    }
}
