package io.parlance.rest;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Arrays;
import java.util.function.LongPredicate;

/** A body in memory. What it occupies, not what it has received, is asked for before it grows. */
final class MemoryBody implements Body {
    private static final int SMALLEST = 512;

    private final LongPredicate budget;
    private byte[] bytes;
    private int length;

    /** A body that has arrived. */
    MemoryBody(byte[] bytes) {
        this.budget = more -> false;
        this.bytes = bytes;
        this.length = bytes.length;
    }

    /** An empty one that grows as far as the budget gives bytes. */
    MemoryBody(LongPredicate budget) {
        this.budget = budget;
        this.bytes = new byte[0];
    }

    @Override
    public boolean add(byte[] piece, int count) {
        if (length + count > bytes.length && !grow(length + count)) {
            return false;
        }
        System.arraycopy(piece, 0, bytes, length, count);
        length += count;
        return true;
    }

    private boolean grow(int needed) {
        int size = Math.max(SMALLEST, Math.max(needed, 2 * bytes.length));
        if (!budget.test(size - bytes.length)) {
            return false;
        }
        bytes = Arrays.copyOf(bytes, size);
        return true;
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(bytes, 0, length);
    }

    @Override
    public void discard() {
        bytes = new byte[0];
        length = 0;
    }

    @Override
    public long inMemory() {
        return length;
    }
}
