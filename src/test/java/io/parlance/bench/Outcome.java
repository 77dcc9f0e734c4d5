package io.parlance.bench;

import io.parlance.bench.measure.Ratio;

/**
 * One line of the result.
 *
 * @param ours the figure itself with its unit, and so the anchor
 * @param foreign the most that others used in a slice, as a share of all cores; NaN where it does not matter
 * @param noisy others disturbed it although it was repeated
 * @param note what explains the figure; empty where nothing does
 */
record Outcome(
        Bar bar, String ours, String anchor, Ratio ratio, double foreign, boolean noisy, Verdict verdict, String note) {
    private static final Ratio NONE = Ratio.single(Double.NaN);

    static Outcome of(Bar bar, String ours, String anchor, Ratio ratio) {
        return new Outcome(bar, ours, anchor, ratio, Double.NaN, false, bar.judge(ratio.median()), "");
    }

    static Outcome failed(Bar bar, String why) {
        return new Outcome(bar, "-", "-", NONE, Double.NaN, false, Verdict.FAILED, why);
    }

    static Outcome skipped(Bar bar, String why) {
        return new Outcome(bar, "-", "-", NONE, Double.NaN, false, Verdict.SKIPPED, why);
    }

    Outcome disturbed(double byForeign, boolean stillNoisy) {
        return new Outcome(bar, ours, anchor, ratio, byForeign, stillNoisy, verdict, note);
    }

    Outcome note(String text) {
        return new Outcome(bar, ours, anchor, ratio, foreign, noisy, verdict, text);
    }

    /** Whether the run as a whole has to fail for it. */
    boolean isFatal() {
        return verdict == Verdict.FAILED || (verdict == Verdict.MISSED && bar.isGated());
    }

    String verdictText() {
        return verdict.text() + (noisy ? ", noisy" : "") + (bar.isGated() ? ", gated" : "");
    }
}
