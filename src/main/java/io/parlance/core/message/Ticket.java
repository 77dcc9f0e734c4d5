package io.parlance.core.message;

import io.parlance.core.idempotency.IdempotencyKey;
import io.parlance.core.store.Ids;
import io.parlance.core.store.Numbers;
import io.parlance.core.thread.MessageThread;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * A submission on its way through the intake, with everybody who waits for its outcome. Only the writer that took it touches
 * it, but for the outcome.
 */
final class Ticket {
    /** What a row needs besides its texts, roughly. */
    private static final long ROW_BYTES = 300;

    private final Submission submission;
    private final CompletableFuture<Receipt> outcome = new CompletableFuture<>();
    /** The distinct drafts, and for each submitted draft the index of the one that stands for it. */
    private final List<MessageDraft> drafts = new ArrayList<>();

    private final List<Integer> order = new ArrayList<>();
    private final Set<Object> places = new HashSet<>();
    private final Set<Object> claims = new HashSet<>();
    private final List<Ticket> repetitions = new ArrayList<>();
    private final long submitted = System.nanoTime();
    private volatile @Nullable Commit commit;

    private List<StoredMessage> messages = List.of();
    private @Nullable MessageThread opened;
    private byte @Nullable [] answer;

    /** The statement that stored the ticket, by {@link System#nanoTime}. */
    record Commit(long begun, long ended, int requests) {}

    private record KeyPlace(UUID tenantId, UUID callerId, String operation, String text) {}

    private record NaturalPlace(UUID tenantId, String dialect, NaturalKey key) {}

    Ticket(Submission submission) {
        this.submission = submission;
        merge();
        var key = key();
        if (key != null) {
            places.add(new KeyPlace(key.tenantId(), key.callerId(), key.operation(), key.text()));
        }
        claims.addAll(places);
        drafts.forEach(draft -> claims.add(draft.threadId()));
        if (submission.opening() != null) {
            claims.add(submission.opening().id());
        }
    }

    Submission submission() {
        return submission;
    }

    CompletableFuture<Receipt> outcome() {
        return outcome;
    }

    @Nullable
    IdempotencyKey key() {
        return submission.keyed() == null ? null : submission.keyed().key();
    }

    IdempotencyKey requireKey() {
        return Objects.requireNonNull(key());
    }

    int rows() {
        return drafts.size();
    }

    long bytes() {
        long bytes = rows() * ROW_BYTES;
        for (var draft : drafts) {
            bytes += draft.body().length() + draft.attributes().length();
        }
        return bytes;
    }

    void stored(Commit by) {
        commit = by;
    }

    long submitted() {
        return submitted;
    }

    IntakeTracer.Times times() {
        var by = commit;
        return by == null
                ? new IntakeTracer.Times(submitted, 0, 0, 0)
                : new IntakeTracer.Times(submitted, by.begun(), by.ended(), by.requests());
    }

    /** Its threads and keys: of two submissions that share one, the later is committed after the earlier. */
    Set<Object> claims() {
        return claims;
    }

    /**
     * Whether its rows may be written while others of its threads are on their way, to be committed after those. Only so many
     * that this is worth a transaction of several statements, and only such as hold no lock that others could wait for.
     */
    boolean mayFollow() {
        return rows() >= Batch.MAX_ROWS
                && places.isEmpty()
                && submission.opening() == null
                && submission.audience() == null
                && drafts.stream().allMatch(draft -> draft.attachmentIds().isEmpty());
    }

    UUID[] threadIds() {
        return drafts.stream().map(MessageDraft::threadId).distinct().toArray(UUID[]::new);
    }

    /** The rows under a key that it writes; one statement cannot write such a row twice. */
    Set<Object> places() {
        return places;
    }

    /** Whether the other one asks for the very same again, so that one outcome serves both. */
    boolean isRepeatedBy(Ticket other) {
        var key = key();
        return key == null ? other.key() == null && drafts.equals(other.drafts) : key.equals(other.key());
    }

    /** Lets a repetition have the outcome of this ticket. */
    void join(Ticket repetition) {
        repetitions.add(repetition);
    }

    /** Gives ids, numbers and the time, and renders the answer of a keyed submission. */
    void prepare(Instant now, Numbers numbers) {
        var wish = submission.opening();
        opened = wish == null ? null : MessageThread.of(wish, numbers.nextThread(), now);
        messages = drafts.stream()
                .map(draft -> new StoredMessage(Ids.next(), numbers.nextMessage(), submission.dialect(), 1, now, draft))
                .toList();
        if (submission.keyed() != null) {
            answer = submission.keyed().answer().apply(receipt(messages));
        }
    }

    /** The messages as the writer made them, one for each distinct draft. */
    List<StoredMessage> messages() {
        return messages;
    }

    @Nullable
    MessageThread opened() {
        return opened;
    }

    byte @Nullable [] answer() {
        return answer;
    }

    /** Tells that the distinct messages lie in the store like this. */
    void succeed(List<StoredMessage> stored, Executor answers) {
        var receipt = receipt(stored);
        answers.execute(() -> outcome.complete(receipt));
        var again = key() == null ? receipt : receipt.asReplay();
        repetitions.forEach(repetition -> answers.execute(() -> repetition.outcome.complete(again)));
    }

    /** Tells that nothing was stored, because the same was stored before. */
    void replay(byte[] kept, Executor answers) {
        var receipt = Receipt.replay(kept);
        answers.execute(() -> outcome.complete(receipt));
        repetitions.forEach(repetition -> answers.execute(() -> repetition.outcome.complete(receipt)));
    }

    void fail(Throwable failure, Executor answers) {
        answers.execute(() -> outcome.completeExceptionally(failure));
        repetitions.forEach(repetition -> answers.execute(() -> repetition.outcome.completeExceptionally(failure)));
    }

    private Receipt receipt(List<StoredMessage> stored) {
        return new Receipt(order.stream().map(stored::get).toList(), opened, answer, false);
    }

    private void merge() {
        Map<NaturalKey, Integer> indexes = new HashMap<>();
        for (var draft : submission.drafts()) {
            var natural = draft.naturalKey();
            var known = natural == null ? null : indexes.get(natural);
            if (known != null) {
                drafts.set(known, draft);
                order.add(known);
                continue;
            }
            if (natural != null) {
                indexes.put(natural, drafts.size());
                places.add(new NaturalPlace(submission.tenantId(), submission.dialect(), natural));
            }
            order.add(drafts.size());
            drafts.add(draft);
        }
    }
}
