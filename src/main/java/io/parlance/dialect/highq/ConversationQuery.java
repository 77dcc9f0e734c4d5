package io.parlance.dialect.highq;

import io.parlance.core.inbox.InboxView;
import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import jakarta.ws.rs.core.MultivaluedMap;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The parameters of the list of conversations.
 *
 * @param searchtext empty where nothing is searched for
 * @param offset how many conversations the client has already
 */
record ConversationQuery(String searchtext, InboxView filter, long offset, int limit) {
    private static final int DEFAULT_LIMIT = 6;
    private static final int MAX_LIMIT = 25;
    private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]{1,30}");
    private static final BigInteger FAR = BigInteger.valueOf(Integer.MAX_VALUE);

    /** A parameter without a value counts as none, and unknown ones do not count. */
    static ConversationQuery of(MultivaluedMap<String, String> parameters) {
        int limit = integer(parameters, "limit");
        return new ConversationQuery(
                text(parameters, "searchtext"),
                filter(text(parameters, "filter")),
                Math.max(0, integer(parameters, "offset")),
                limit <= 0 ? DEFAULT_LIMIT : Math.min(limit, MAX_LIMIT));
    }

    private static InboxView filter(String word) {
        var name = word.isEmpty() ? InboxView.ACTIVE.name() : word.toUpperCase(Locale.ROOT);
        return Stream.of(InboxView.values())
                .filter(view -> view.name().equals(name))
                .findFirst()
                .orElseThrow(() -> invalid("a filter that is none of ACTIVE, UNREAD and ARCHIVED"));
    }

    private static int integer(MultivaluedMap<String, String> parameters, String name) {
        var text = text(parameters, name);
        if (text.isEmpty()) {
            return 0;
        }
        if (!INTEGER.matcher(text).matches()) {
            throw invalid("a " + name + " that is no integer");
        }
        return new BigInteger(text).min(FAR).max(FAR.negate()).intValue();
    }

    private static String text(MultivaluedMap<String, String> parameters, String name) {
        return Objects.requireNonNullElse(parameters.getFirst(name), "").strip();
    }

    private static RejectedException invalid(String detail) {
        return new RejectedException(Reason.INPUT_INVALID, detail);
    }
}
