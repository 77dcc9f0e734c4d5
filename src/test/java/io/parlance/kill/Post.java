package io.parlance.kill;

import java.net.http.HttpRequest;
import java.util.List;

/**
 * A request of the load.
 *
 * @param texts of its messages, by which they are found again: no other request has any of them
 * @param repeatable whether a key decides what it means to send it again, so that a client may do so until it is answered
 */
public record Post(HttpRequest request, List<String> texts, boolean repeatable) {}
