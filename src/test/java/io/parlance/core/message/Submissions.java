package io.parlance.core.message;

import io.parlance.core.idempotency.IdempotencyKey;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Submissions as the tests of the intake need them. */
final class Submissions {
    static final UUID TENANT = new UUID(1, 1);
    static final UUID THREAD = new UUID(2, 2);
    private static final UUID CALLER = new UUID(3, 3);
    private static final UUID GROUP = new UUID(4, 4);

    private Submissions() {}

    static Submission of(String... texts) {
        return in(THREAD, texts);
    }

    static Submission in(UUID threadId, String... texts) {
        var drafts = new ArrayList<MessageDraft>();
        for (var text : texts) {
            drafts.add(draft(threadId, text));
        }
        return Submission.of(TENANT, "test", drafts);
    }

    static Submission ofRows(int rows) {
        return in(THREAD, texts(rows));
    }

    static String[] texts(int count) {
        return IntStream.range(0, count).mapToObj(i -> "text " + i).toArray(String[]::new);
    }

    /** One message for each thread. */
    static Submission across(UUID... threadIds) {
        return Submission.of(
                TENANT,
                "test",
                Stream.of(threadIds).map(id -> draft(id, "text")).toList());
    }

    /** A message that an outside system knows by an id. */
    static Submission natural(String externalId, String text) {
        var draft = draft(THREAD, text).keyed(new NaturalKey(GROUP, "review", "google", externalId));
        return Submission.of(TENANT, "test", List.of(draft));
    }

    static Submission keyed(String key, String fingerprint, String text) {
        var idempotencyKey = new IdempotencyKey(TENANT, CALLER, "operation", key, fingerprint);
        return of(text).under(new Submission.Keyed(idempotencyKey, receipt -> new byte[] {1}));
    }

    private static MessageDraft draft(UUID threadId, String text) {
        return MessageDraft.plain(threadId, Author.of("tester", "1"), text);
    }
}
