package io.parlance.dialect.highq;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The integers that name things in this API. */
final class WireId {
    private static final Pattern POSITIVE = Pattern.compile("0*[1-9][0-9]{0,17}");
    private static final Pattern INTEGER = Pattern.compile("-?[0-9]+");

    private WireId() {}

    /** One in a body, as a number or as its digits. */
    static long of(@Nullable JsonNode node) {
        var id = Objects.requireNonNullElse(node, MissingNode.getInstance());
        var digits = id.isTextual() || id.isIntegralNumber() ? id.asText().strip() : "";
        if (!POSITIVE.matcher(digits).matches()) {
            throw new RejectedException(Reason.INPUT_INVALID, "an id that is no positive integer");
        }
        return Long.parseLong(digits);
    }

    /** One in a path; an integer that nothing can have gives 0, under which nothing is found. */
    static long inPath(String text) {
        if (!INTEGER.matcher(text).matches()) {
            throw new RejectedException(Reason.INPUT_INVALID, "an id that is no integer");
        }
        return POSITIVE.matcher(text).matches() ? Long.parseLong(text) : 0;
    }
}
