package io.parlance.core.imports;

import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import io.parlance.core.store.Ids;
import io.parlance.core.store.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The imports of all tenants, as they are kept in PostgreSQL. */
@ApplicationScoped
public class ImportJobs {
    /** Who has not been seen for so long was interrupted; the node that works on a job is heard of far more often. */
    static final Duration MOST_SILENT = Duration.ofSeconds(60);

    @Inject
    Sql sql;

    ImportJob create(UUID tenantId, String dialect, String type) {
        var now = now();
        var job = new ImportJob(
                tenantId, Ids.next(), dialect, type, ImportStatus.WAITING, ImportCounts.NONE, null, now, null);
        sql.update(
                """
                insert into import_job (tenant_id, id, dialect, type, status, rows_read, rows_stored, rows_unchanged,
                  rows_refused, created_at, seen_at)
                values (?, ?, ?, ?, ?, 0, 0, 0, 0, ?, ?)
                """,
                tenantId,
                job.id(),
                dialect,
                type,
                job.status().word(),
                now,
                now);
        return job;
    }

    /** A job of this tenant, with the status it has when nobody works on it any more. */
    public ImportJob require(UUID tenantId, UUID id) {
        return sql.one("select * from import_job where tenant_id = ? and id = ?", ImportJobs::read, tenantId, id)
                .orElseThrow(() -> new RejectedException(Reason.RESOURCE_NOT_FOUND, "no import " + id));
    }

    /** The first rows that were refused, in the order of the file. */
    public List<ImportRefusal> refusals(UUID tenantId, UUID id) {
        return sql.list(
                "select number, line, reason from import_refusal where tenant_id = ? and job_id = ? order by number",
                row -> new ImportRefusal(row.getLong(1), row.getLong(2), row.getString(3)),
                tenantId,
                id);
    }

    void note(ImportJob job, ImportStatus status, ImportCounts rows, @Nullable String failure) {
        boolean over = status != ImportStatus.RUNNING && status != ImportStatus.WAITING;
        sql.update(
                """
                update import_job set status = ?, rows_read = ?, rows_stored = ?, rows_unchanged = ?, rows_refused = ?,
                  failure = ?, seen_at = ?, finished_at = ?
                where tenant_id = ? and id = ?
                """,
                status.word(),
                rows.read(),
                rows.stored(),
                rows.unchanged(),
                rows.refused(),
                failure,
                now(),
                over ? now() : null,
                job.tenantId(),
                job.id());
    }

    void note(ImportJob job, List<ImportRefusal> refusals) {
        if (refusals.isEmpty()) {
            return;
        }
        sql.update(
                """
                insert into import_refusal (tenant_id, job_id, number, line, reason)
                select ?, ?, r.number, r.line, r.reason from unnest(?, ?, ?) as r(number, line, reason)
                on conflict do nothing
                """,
                job.tenantId(),
                job.id(),
                refusals.stream().map(ImportRefusal::row).toArray(Long[]::new),
                refusals.stream().map(ImportRefusal::line).toArray(Long[]::new),
                refusals.stream().map(ImportRefusal::reason).toArray(String[]::new));
    }

    /** Says that these are being worked on, or are waiting. */
    void seen(Collection<ImportJob> jobs) {
        sql.update(
                """
                update import_job j set seen_at = ? from unnest(?, ?) as own(tenant_id, id)
                where j.tenant_id = own.tenant_id and j.id = own.id
                """,
                now(),
                jobs.stream().map(ImportJob::tenantId).toArray(UUID[]::new),
                jobs.stream().map(ImportJob::id).toArray(UUID[]::new));
    }

    private static ImportJob read(ResultSet row) throws SQLException {
        return new ImportJob(
                row.getObject("tenant_id", UUID.class),
                row.getObject("id", UUID.class),
                row.getString("dialect"),
                row.getString("type"),
                status(row),
                new ImportCounts(
                        row.getLong("rows_read"),
                        row.getLong("rows_stored"),
                        row.getLong("rows_unchanged"),
                        row.getLong("rows_refused")),
                row.getString("failure"),
                time(row, "created_at"),
                Sql.instant(row, "finished_at"));
    }

    private static ImportStatus status(ResultSet row) throws SQLException {
        var noted = ImportStatus.of(row.getString("status"));
        boolean open = noted == ImportStatus.WAITING || noted == ImportStatus.RUNNING;
        boolean silent = time(row, "seen_at").isBefore(now().minus(MOST_SILENT));
        return open && silent ? ImportStatus.INTERRUPTED : noted;
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static Instant now() {
        return Instant.now(Clock.systemUTC()).truncatedTo(ChronoUnit.MICROS);
    }
}
