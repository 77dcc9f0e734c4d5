package io.parlance.rest;

import io.parlance.core.idempotency.IdempotencyKey;
import io.parlance.core.idempotency.KeptAnswers;
import io.parlance.core.message.MessageIntake;
import io.parlance.core.message.Receipt;
import io.parlance.core.message.Submission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * How an operation takes messages in: it answers when they are committed, without a thread that waits, and honours the client's
 * {@code Idempotency-Key}.
 */
@ApplicationScoped
public class Acceptance {
    @Inject
    MessageIntake intake;

    @Inject
    KeptAnswers keptAnswers;

    /**
     * Accepts the messages of a request whose caller is known.
     *
     * @param operation the same text for all requests to one operation
     * @param translate makes the submission, or refuses the request
     * @param answer words the success, with everything in it that a client sees but the server's own headers; it runs on
     *     another thread, where nothing of the request can be asked any more
     */
    public CompletionStage<Response> accept(
            HttpServletRequest request,
            String operation,
            Supplier<Submission> translate,
            Function<Receipt, Response> answer) {
        var key = IdempotencyHeader.read(request, Callers.of(request), operation);
        return key.isEmpty() ? intake.accept(translate.get()).thenApply(answer) : accept(key.get(), translate, answer);
    }

    private CompletionStage<Response> accept(
            IdempotencyKey key, Supplier<Submission> translate, Function<Receipt, Response> answer) {
        var kept = keptAnswers.find(
                key); // first: to translate may open a thread, which no refused request must leave behind
        if (kept.isPresent()) {
            return replayed(kept.get());
        }
        Submission submission;
        try {
            submission = translate.get();
        } catch (RuntimeException refused) { // what was accepted in the meantime is answered again, whatever it changed
            return replayed(keptAnswers.find(key).orElseThrow(() -> refused));
        }
        var keyed = new Submission.Keyed(key, receipt -> WireAnswer.write(answer.apply(receipt)));
        return intake.accept(submission.under(keyed)).thenApply(receipt -> {
            var bytes = Objects.requireNonNull(receipt.answer());
            return receipt.replayed() ? WireAnswer.replayed(bytes) : WireAnswer.read(bytes);
        });
    }

    private static CompletionStage<Response> replayed(byte[] kept) {
        return CompletableFuture.completedStage(WireAnswer.replayed(kept));
    }
}
