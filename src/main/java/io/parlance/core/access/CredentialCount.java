package io.parlance.core.access;

import io.parlance.core.store.Sql;
import org.jspecify.annotations.Nullable;

/**
 * How many credentials that nobody has revoked a check is about, in two sorts, and whose they are.
 *
 * @param tenants slugs; null where there are none
 */
record CredentialCount(long first, long others, @Nullable String tenants) {
    private static final int MOST_CHARACTERS = 200;

    private static final String QUESTION =
            """
            select count(*) filter (where %1$s), count(*) filter (where not (%1$s)), string_agg(distinct t.slug, ', ')
            from credential c join tenant t on t.id = c.tenant_id
            where c.revoked_at is null and c.deleted_at is null and (%2$s)
            """;

    /** Those that are meant, by a condition on {@code c}; another tells the first sort from the others. */
    static CredentialCount of(Sql sql, String meant, String firstSort) {
        return sql.one(
                        QUESTION.formatted(firstSort, meant),
                        row -> new CredentialCount(row.getLong(1), row.getLong(2), row.getString(3)))
                .orElseThrow();
    }

    boolean isEmpty() {
        return first + others == 0;
    }

    /** The tenants in a sentence, not all of many. */
    String owners() {
        var text = String.valueOf(tenants);
        return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS) + " …";
    }
}
