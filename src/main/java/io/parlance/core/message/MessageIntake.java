package io.parlance.core.message;

import io.parlance.core.store.Ids;
import io.parlance.core.store.Numbers;
import io.parlance.core.thread.NewThread;
import io.parlance.core.thread.Threads;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The one way in. What it answers is committed: messages, their outbox events, the thread they open and the attachments they
 * bind are stored in one transaction, or nothing is.
 */
@ApplicationScoped
public class MessageIntake {
    @Inject
    MessageStore store;

    @Inject
    Threads threads;

    @Inject
    Numbers numbers;

    /**
     * Stores what was submitted and answers the stored messages in the order of the drafts. A draft whose natural key has the
     * same content already gets the message stored before; drafts of one submission under the same key get the last one's.
     */
    @Transactional
    public List<StoredMessage> accept(Submission submission) {
        if (submission.drafts().isEmpty()) {
            return List.of();
        }
        var merged = merge(submission.drafts());
        var stored = store.append(submission.tenantId(), submission.dialect(), prepare(submission, merged));
        return merged.order().stream().map(stored::get).toList();
    }

    /** Makes a thread and stores its first messages in one. */
    @Transactional
    public OpenedThread open(NewThread wish, List<MessageDraft> drafts) {
        var thread = threads.create(wish);
        return new OpenedThread(thread, accept(Submission.of(wish.tenantId(), wish.dialect(), drafts)));
    }

    private List<StoredMessage> prepare(Submission submission, Merged merged) {
        var now = Instant.now(Clock.systemUTC()).truncatedTo(ChronoUnit.MICROS);
        return merged.drafts().stream()
                .map(draft -> new StoredMessage(Ids.next(), numbers.nextMessage(), submission.dialect(), 1, now, draft))
                .toList();
    }

    /** The distinct drafts, and for each submitted draft the index of the one that stands for it. */
    private record Merged(List<MessageDraft> drafts, List<Integer> order) {}

    private static Merged merge(List<MessageDraft> submitted) {
        var drafts = new ArrayList<MessageDraft>();
        var order = new ArrayList<Integer>();
        Map<NaturalKey, Integer> places = new HashMap<>();
        for (var draft : submitted) {
            var place = draft.naturalKey() == null ? null : places.get(draft.naturalKey());
            if (place != null) {
                drafts.set(place, draft);
                order.add(place);
                continue;
            }
            if (draft.naturalKey() != null) {
                places.put(draft.naturalKey(), drafts.size());
            }
            order.add(drafts.size());
            drafts.add(draft);
        }
        return new Merged(drafts, order);
    }
}
