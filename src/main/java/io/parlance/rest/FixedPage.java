package io.parlance.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * What is read at a fixed path outside dialects and the admin API. It is answered before any servlet is asked, so that no server
 * gets to serve something of its own at the same path, and takes up none of the {@link IntakeBounds}.
 */
public interface FixedPage {
    boolean isAt(String path);

    /** Answers a GET or HEAD. Must not wait for anything: nothing bounds how many do so at once. */
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException;
}
