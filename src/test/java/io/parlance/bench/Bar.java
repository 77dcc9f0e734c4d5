package io.parlance.bench;

import java.util.Locale;

/** What Parlance has to reach: a ratio of ours to an anchor that was measured beside it. */
enum Bar {
    REVIEW_32("travtus review, 32 connections / P32", Limit.AT_LEAST, 0.40, 1.0, Gate.OPEN),
    REVIEW_128("travtus review, 128 connections / P32", Limit.AT_LEAST, 0.40, 1.0, Gate.OPEN),
    REVIEW_128_OWN("rate at 128 connections / at 32", Limit.AT_LEAST, 0.90, Bar.NONE, Gate.OPEN),
    REVIEW_WILDFLY("travtus review on WildFly, 32 connections / P32", Limit.AT_LEAST, 0.50, 1.2, Gate.OPEN),
    PG_CPU("PostgreSQL CPU a message / of P32", Limit.AT_MOST, 0.60, 0.35, Gate.CLOSED),
    SERVER_CPU("server CPU a message / without storing", Limit.AT_MOST, 2.0, 1.3, Gate.CLOSED),
    MEWS_1000("mews add of 1000, 2 connections / unnest of 1000", Limit.AT_LEAST, 0.50, 0.80, Gate.OPEN),
    SLOW_DISK("1 ms slower fsync, 128 connections / P8", Limit.AT_LEAST, 3, 5, Gate.OPEN),
    GROWTH("PostgreSQL CPU a message, large table / empty one", Limit.AT_MOST, 1.4, 1.2, Gate.OPEN),
    HOT_THREAD("PostgreSQL CPU a message, huge thread / short one", Limit.AT_MOST, 1.1, 1.0, Gate.OPEN),
    MEWS_ADD_MILLIS("ms for a mews add of 1000, p50, many stored", Limit.AT_MOST, 200, Bar.NONE, Gate.OPEN),
    MEWS_PAGE_MILLIS("ms for a mews page of 1000, p50, many stored", Limit.AT_MOST, 200, Bar.NONE, Gate.OPEN),
    MEWS_PAGE_DEPTH("mews page behind a deep cursor / the first", Limit.AT_MOST, 1.2, 1.0, Gate.OPEN),
    HIGHQ_SEARCH_MILLIS("ms for a highq search, p95, 1 million messages", Limit.AT_MOST, 100, 50, Gate.OPEN),
    HIGHQ_LIST_MILLIS("ms for a highq list, p95, 50000 conversations", Limit.AT_MOST, 50, 20, Gate.OPEN),
    REFUSED_401("refused (401) / accepted requests", Limit.AT_LEAST, 1.5, 2, Gate.OPEN),
    REFUSED_429("refused (429) / accepted requests", Limit.AT_LEAST, 1.5, 2, Gate.OPEN),
    SLOW_BODIES("p99 beside 400 slow bodies / without", Limit.AT_MOST, 3, 1.5, Gate.OPEN),
    SLOW_BODIES_SERVED("good requests served beside 400 slow bodies", Limit.AT_LEAST, 1.0, Bar.NONE, Gate.CLOSED),
    BIG_POSTS("four posts of 200 MB refused by 413", Limit.AT_LEAST, 1.0, Bar.NONE, Gate.CLOSED),
    POLICY_CPU("ms server CPU a JITSudo message, 100 rules less one", Limit.AT_MOST, 0.3, 0.1, Gate.CLOSED),
    POLICY_CPU_UNSEEN(
            "ms server CPU a decision never made before, 100 rules less one", Limit.AT_MOST, 0.3, 0.2, Gate.OPEN),
    MEMORY("resident MB at -Xmx512m after the load", Limit.AT_MOST, 700, 500, Gate.CLOSED),
    MEMORY_GROWTH("resident memory after all / after half", Limit.AT_MOST, 1.05, Bar.NONE, Gate.CLOSED),
    ALLOCATION("bytes allocated / budget, worst of the parts", Limit.AT_MOST, 1.0, Bar.NONE, Gate.CLOSED);

    private static final double NONE = Double.NaN;

    private final String what;
    private final Limit limit;
    private final double must;
    private final double goal;
    private final Gate gate;

    Bar(String what, Limit limit, double must, double goal, Gate gate) {
        this.what = what;
        this.limit = limit;
        this.must = must;
        this.goal = goal;
        this.gate = gate;
    }

    private enum Limit {
        AT_LEAST,
        AT_MOST;

        boolean isMet(double bound, double value) {
            return this == AT_MOST ? value <= bound : value >= bound;
        }

        String text(double bound) {
            return Double.isNaN(bound) ? "-" : (this == AT_MOST ? "<= " : ">= ") + Format.number(bound);
        }
    }

    /** Whether a miss of the must fails the run: only where noise cannot move the figure much. */
    private enum Gate {
        OPEN,
        CLOSED
    }

    /** The name on the command line and in the table. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String what() {
        return what;
    }

    String must() {
        return limit.text(must);
    }

    String goal() {
        return limit.text(goal);
    }

    boolean isGated() {
        return gate == Gate.CLOSED;
    }

    Verdict judge(double ratio) {
        if (limit.isMet(goal, ratio)) {
            return Verdict.GOAL;
        }
        return limit.isMet(must, ratio) ? Verdict.MUST : Verdict.MISSED;
    }
}
