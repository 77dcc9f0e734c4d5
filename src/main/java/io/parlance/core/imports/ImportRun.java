package io.parlance.core.imports;

import io.parlance.core.message.MessageDraft;
import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Brings the rows of one file into the store, a batch at a time, so that its memory is bounded by a batch. While the store is
 * out of reach it waits; to store a batch again is harmless, because its messages have natural keys.
 */
final class ImportRun {
    static final int BATCH = 500;
    /** Refused rows that are told one by one; the others are only counted. */
    static final int TOLD_REFUSALS = 1000;

    private static final int PATIENCE_SECONDS = 300;
    private static final Set<Reason> PASSING =
            EnumSet.of(Reason.OVERLOADED, Reason.STORE_UNAVAILABLE, Reason.STORE_TOO_SLOW);

    private final ImportOrder order;
    private final ImportJob job;
    private final ImportJobs jobs;
    private final BatchStore store;
    private final CountDownLatch stopping;
    private final List<ImportRow> rows = new ArrayList<>(BATCH);
    private final List<MessageDraft> drafts = new ArrayList<>(BATCH);
    private final List<ImportRefusal> refusals = new ArrayList<>();
    private ImportCounts counts = ImportCounts.NONE;
    private long told;

    /** Stores drafts, all or none, and tells how many of them changed anything. */
    @FunctionalInterface
    interface BatchStore {
        int store(List<MessageDraft> drafts);
    }

    /** The server stops. */
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Stopped() {
            super("the server stops", null, false, false);
        }
    }

    ImportRun(ImportOrder order, ImportJob job, ImportJobs jobs, BatchStore store, CountDownLatch stopping) {
        this.order = order;
        this.job = job;
        this.jobs = jobs;
        this.store = store;
        this.stopping = stopping;
    }

    void run() {
        try {
            patiently(() -> note(ImportStatus.RUNNING, null));
            var failure = readAll();
            flush();
            patiently(() -> note(failure == null ? ImportStatus.FINISHED : ImportStatus.FAILED, failure));
        } catch (Stopped e) {
            note(ImportStatus.INTERRUPTED, null);
        } catch (RejectedException e) {
            note(ImportStatus.FAILED, e.detail());
        }
    }

    /** Answers why the rest cannot be read; what was read before that is good. */
    private @Nullable String readAll() {
        while (true) {
            ImportRow row;
            try {
                row = order.rows().next();
            } catch (RejectedException e) {
                return e.detail();
            } catch (IOException e) {
                return "the file cannot be read";
            }
            if (row == null) {
                return null;
            }
            take(row);
            if (counts.read() % BATCH == 0) {
                flush();
            }
        }
    }

    private void take(ImportRow row) {
        counts = counts.plus(new ImportCounts(1, 0, 0, 0));
        if (row.fault() != null) {
            refuse(row, row.fault());
            return;
        }
        try {
            var draft = patiently(() -> order.translation().apply(row));
            rows.add(row);
            drafts.add(draft);
        } catch (RejectedException e) {
            failIfPassing(e);
            refuse(row, e.detail());
        }
    }

    private void flush() {
        if (!drafts.isEmpty()) {
            storeBatch();
        }
        rows.clear();
        drafts.clear();
        patiently(() -> {
            jobs.note(job, List.copyOf(refusals));
            refusals.clear();
            return note(ImportStatus.RUNNING, null);
        });
    }

    /** A batch in which something cannot be stored is stored one by one. */
    private void storeBatch() {
        try {
            store(drafts);
        } catch (RejectedException e) {
            failIfPassing(e);
            for (int i = 0; i < drafts.size(); i++) {
                storeAlone(rows.get(i), drafts.get(i));
            }
        }
    }

    private void storeAlone(ImportRow row, MessageDraft draft) {
        try {
            store(List.of(draft));
        } catch (RejectedException e) {
            failIfPassing(e);
            refuse(row, e.detail());
        }
    }

    private void store(List<MessageDraft> batch) {
        int changed = patiently(() -> store.store(batch));
        counts = counts.plus(new ImportCounts(0, changed, batch.size() - changed, 0));
    }

    private void refuse(ImportRow row, String reason) {
        counts = counts.plus(new ImportCounts(0, 0, 0, 1));
        if (told < TOLD_REFUSALS) {
            told++;
            refusals.add(new ImportRefusal(row.number(), row.line(), reason));
        }
    }

    private ImportStatus note(ImportStatus status, @Nullable String failure) {
        jobs.note(job, status, counts, failure);
        return status;
    }

    private static void failIfPassing(RejectedException refusal) {
        if (PASSING.contains(refusal.reason())) {
            throw refusal;
        }
    }

    /** Tries again for some minutes where the trouble may pass. */
    private <T> T patiently(Supplier<T> work) {
        for (int second = 0; ; second++) {
            if (stopping.getCount() == 0) {
                throw new Stopped();
            }
            try {
                return work.get();
            } catch (RejectedException e) {
                if (!PASSING.contains(e.reason()) || second >= PATIENCE_SECONDS) {
                    throw e;
                }
                pause();
            }
        }
    }

    private void pause() {
        try {
            if (stopping.await(1, TimeUnit.SECONDS)) {
                throw new Stopped();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Stopped();
        }
    }
}
