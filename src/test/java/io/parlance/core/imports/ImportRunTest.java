package io.parlance.core.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.core.message.Author;
import io.parlance.core.message.MessageDraft;
import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ImportRunTest {
    private static final UUID TENANT = new UUID(0, 1);

    private final NotedJobs jobs = new NotedJobs();
    private final List<Integer> batches = new ArrayList<>();
    private final Set<String> known = new HashSet<>();
    private final CountDownLatch stopping = new CountDownLatch(1);

    /** Remembers what a run notes. */
    private static final class NotedJobs extends ImportJobs {
        private final List<ImportRefusal> refusals = new ArrayList<>();
        private ImportStatus status = ImportStatus.WAITING;
        private ImportCounts counts = ImportCounts.NONE;
        private @Nullable String failure;

        @Override
        void note(ImportJob job, ImportStatus now, ImportCounts rows, @Nullable String why) {
            status = now;
            counts = rows;
            failure = why;
        }

        @Override
        void note(ImportJob job, List<ImportRefusal> refused) {
            refusals.addAll(refused);
        }
    }

    @Test
    void storesAllRowsInBatches() {
        run(rows(1201));

        assertThat(batches).containsExactly(500, 500, 201);
        assertThat(jobs.status).isEqualTo(ImportStatus.FINISHED);
        assertThat(jobs.counts).isEqualTo(new ImportCounts(1201, 1201, 0, 0));
    }

    @Test
    void tellsWhatWasThereAlready() {
        run(rows(3));
        run(rows(5));

        assertThat(jobs.counts).isEqualTo(new ImportCounts(5, 2, 3, 0));
    }

    @Test
    void refusesRowsOneByOneAndSaysWhy() {
        run(List.of(row(1), ImportRow.unreadable(2, 7, "broken"), refused(3), row(4)));

        assertThat(jobs.status).isEqualTo(ImportStatus.FINISHED);
        assertThat(jobs.counts).isEqualTo(new ImportCounts(4, 2, 0, 2));
        assertThat(jobs.refusals)
                .containsExactly(new ImportRefusal(2, 7, "broken"), new ImportRefusal(3, 4, "no good"));
    }

    @Test
    void tellsTheFirstThousandRefusalsAndCountsTheOthers() {
        run(LongStream.rangeClosed(1, 1500).mapToObj(ImportRunTest::refused).toList());

        assertThat(jobs.refusals).hasSize(ImportRun.TOLD_REFUSALS);
        assertThat(jobs.counts).isEqualTo(new ImportCounts(1500, 0, 0, 1500));
    }

    @Test
    void findsTheRowForWhichABatchIsRefused() {
        run(List.of(row(1), ImportRow.of(2, 3, Map.of("id", "unstorable")), row(3)));

        assertThat(jobs.counts).isEqualTo(new ImportCounts(3, 2, 0, 1));
        assertThat(jobs.refusals).containsExactly(new ImportRefusal(2, 3, "not this one"));
    }

    @Test
    void keepsWhatWasReadBeforeTheFileBroke() {
        var rows = new ArrayList<>(rows(2));
        rows.add(null);
        run(rows);

        assertThat(jobs.status).isEqualTo(ImportStatus.FAILED);
        assertThat(jobs.failure).isEqualTo("line 9 is broken");
        assertThat(jobs.counts).isEqualTo(new ImportCounts(2, 2, 0, 0));
    }

    @Test
    void saysThatItWasInterrupted() {
        stopping.countDown();
        run(rows(2));

        assertThat(jobs.status).isEqualTo(ImportStatus.INTERRUPTED);
        assertThat(batches).isEmpty();
    }

    @Test
    void waitsForAStoreThatIsOutOfReach() {
        known.add("outage");
        run(rows(2));

        assertThat(jobs.status).isEqualTo(ImportStatus.FINISHED);
        assertThat(jobs.counts).isEqualTo(new ImportCounts(2, 2, 0, 0));
    }

    private void run(List<@Nullable ImportRow> rows) {
        var order = new ImportOrder(TENANT, "test", "rows", ImportRunTest::translate, reader(rows));
        var job = new ImportJob(
                TENANT,
                new UUID(0, 2),
                "test",
                "rows",
                ImportStatus.WAITING,
                ImportCounts.NONE,
                null,
                Instant.EPOCH,
                null);
        new ImportRun(order, job, jobs, this::store, stopping).run();
    }

    private int store(List<MessageDraft> drafts) {
        if (known.remove("outage")) {
            throw new RejectedException(Reason.STORE_UNAVAILABLE, "gone");
        }
        if (drafts.stream().anyMatch(draft -> draft.body().equals("unstorable"))) {
            throw new RejectedException(Reason.INPUT_INVALID, "not this one");
        }
        batches.add(drafts.size());
        return (int) drafts.stream().filter(draft -> known.add(draft.body())).count();
    }

    private static MessageDraft translate(ImportRow row) {
        var id = row.columns().get("id");
        if (id == null) {
            throw new RejectedException(Reason.INPUT_INVALID, "no good");
        }
        return MessageDraft.plain(new UUID(0, 3), Author.of("tester", "1"), id);
    }

    /** A missing row stands for a file that breaks there. */
    private static ImportRows reader(List<@Nullable ImportRow> rows) {
        var next = new ArrayList<>(rows).iterator();
        return new ImportRows() {
            @Override
            public @Nullable ImportRow next() {
                if (!next.hasNext()) {
                    return null;
                }
                var row = next.next();
                if (row == null) {
                    throw new RejectedException(Reason.BODY_MALFORMED, "line 9 is broken");
                }
                return row;
            }

            @Override
            public void close() {}
        };
    }

    private static List<ImportRow> rows(int count) {
        return LongStream.rangeClosed(1, count).mapToObj(ImportRunTest::row).toList();
    }

    private static ImportRow row(long number) {
        return ImportRow.of(number, number + 1, Map.of("id", "row " + number));
    }

    private static ImportRow refused(long number) {
        return ImportRow.of(number, number + 1, Map.of());
    }
}
