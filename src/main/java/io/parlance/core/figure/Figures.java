package io.parlance.core.figure;

/**
 * Takes figures down. Names are lower-case words with underscores, with the unit at the end where there is one; figures of
 * one name have the same labels, which are given as name and value in turns.
 */
public interface Figures {
    /** Something that only grows while the server runs. */
    void count(String name, String help, long value, String... labels);

    /** Something that grows and shrinks. */
    void level(String name, String help, double value, String... labels);

    void spread(String name, String help, Spread values, String... labels);
}
