package io.parlance.core.dialect;

import io.parlance.core.imports.ImportRow;
import io.parlance.core.message.MessageDraft;
import io.parlance.core.tenant.Group;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A kind of file whose rows become messages of a dialect. */
public interface ImportType {
    /** Lower-case word, as in the admin API. */
    String name();

    /**
     * Makes a message of a row, with a natural key, so that the same file may be sent again. Refuses a row by {@link
     * io.parlance.core.problem.RejectedException}, in words for people who have the file before them.
     *
     * @param group for rows that name none; null where the operator named none either
     */
    MessageDraft translate(ImportRow row, UUID tenantId, @Nullable Group group);
}
