package io.parlance.admin;

import io.parlance.core.imports.ImportJob;
import io.parlance.core.imports.ImportRefusal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An import as this API shows it.
 *
 * @param status waiting, running, finished, failed or interrupted
 * @param rowsUnchanged rows whose message was there already
 * @param refusals the first refused rows, in the order of the file
 * @param failure why a failed import could not go on
 */
public record ImportBody(
        UUID id,
        String dialect,
        String type,
        String status,
        long rowsRead,
        long rowsStored,
        long rowsUnchanged,
        long rowsRefused,
        List<ImportRefusal> refusals,
        @Nullable String failure,
        Instant createdAt,
        @Nullable Instant finishedAt) {

    static ImportBody of(ImportJob job, List<ImportRefusal> refusals) {
        return new ImportBody(
                job.id(),
                job.dialect(),
                job.type(),
                job.status().word(),
                job.rows().read(),
                job.rows().stored(),
                job.rows().unchanged(),
                job.rows().refused(),
                refusals,
                job.failure(),
                job.createdAt(),
                job.finishedAt());
    }
}
