package io.parlance.dialect.travtus;

import io.parlance.core.problem.ExpectedException;
import java.util.Map;

/** The documented refusal of a search that finds nothing. */
final class NoCommunities extends ExpectedException {
    private static final long serialVersionUID = 1L;

    NoCommunities() {
        super("no communities");
    }

    Map<String, String> body() {
        return Map.of("error", "No communities found matching the provided criteria.");
    }
}
