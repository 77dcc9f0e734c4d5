package io.parlance.core.imports;

import io.parlance.core.message.MessageDraft;
import java.util.UUID;
import java.util.function.Function;

/**
 * What is to be imported.
 *
 * @param type word of the dialect for this kind of file
 * @param translation makes a message of a row, or refuses it
 * @param rows are closed when the import is over, whatever its end
 */
public record ImportOrder(
        UUID tenantId, String dialect, String type, Function<ImportRow, MessageDraft> translation, ImportRows rows) {}
