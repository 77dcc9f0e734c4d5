package io.parlance.rest;

import java.io.IOException;
import java.io.InputStream;

/** A body: first it arrives, in pieces; then it is read. */
interface Body {
    /** Request attribute under which the body of a request is found. */
    String ATTRIBUTE = "io.parlance.body";

    Body NONE = new MemoryBody(new byte[0]);

    /** Takes the next piece; false if there is no room for it. */
    boolean add(byte[] piece, int count) throws IOException;

    long length();

    /** Reads it from its beginning; it may be opened again. */
    InputStream open() throws IOException;

    /** Gives up what it is kept in. */
    void discard();

    /** How many bytes of it are in memory while the request is worked on. */
    long inMemory();
}
