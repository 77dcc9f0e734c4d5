package io.parlance.core.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of one query, in the order they were asked for. A condition that is not asked for is not in the text: behind
 * {@code ? is null or …} a plan made for all values can use no index.
 */
public final class Where {
    private final StringBuilder text = new StringBuilder();
    private final List<@Nullable Object> parameters = new ArrayList<>();

    /** Begins with a condition and the values of its parameters. */
    public Where(String condition, Object... values) {
        text.append(" where ").append(condition);
        Collections.addAll(parameters, values);
    }

    public Where and(String condition, Object... values) {
        text.append(" and ").append(condition);
        Collections.addAll(parameters, values);
        return this;
    }

    /** Adds a condition of one parameter if there is a value for it. */
    public Where andIfGiven(String condition, @Nullable Object value) {
        return value == null ? this : and(condition, value);
    }

    /** Adds those bounds of a range that there are. */
    public Where within(String column, TimeRange range) {
        return andIfGiven(column + " >= ?", range.from()).andIfGiven(column + " < ?", range.to());
    }

    /** Adds the value of a parameter that stands behind the clause. */
    public Where parameter(Object value) {
        parameters.add(value);
        return this;
    }

    /** The clause, with a blank before it. */
    public String text() {
        return text.toString();
    }

    public @Nullable Object[] parameters() {
        return parameters.toArray();
    }
}
