package io.parlance.bench;

/** How a figure stands to its bar. */
enum Verdict {
    /** The goal is reached. */
    GOAL("goal"),
    /** What is demanded is reached. */
    MUST("ok"),
    MISSED("MISSED"),
    /** Something answered wrongly, so there is no figure to speak of. */
    FAILED("FAILED"),
    /** This machine lacks something the case needs. */
    SKIPPED("skipped");

    private final String text;

    Verdict(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
