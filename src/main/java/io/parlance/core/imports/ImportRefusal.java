package io.parlance.core.imports;

/** Why a row was not stored, for people. */
public record ImportRefusal(long row, long line, String reason) {}
