package io.parlance.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.core.idempotency.IdempotencyKey;
import io.parlance.core.idempotency.KeptAnswers;
import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import io.parlance.core.store.Numbers;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BatchWriterTest {
    private static final String POISON = "poison";

    private final List<Integer> sizes = new ArrayList<>();
    private final List<RuntimeException> failures = new ArrayList<>();
    private final BatchWriter writer = new BatchWriter();
    private Optional<byte[]> kept = Optional.empty();

    @BeforeEach
    void standIns() {
        writer.numbers = new Numbers() {
            @Override
            public long nextMessage() {
                return 1;
            }
        };
        writer.keptAnswers = new KeptAnswers() {
            @Override
            public Optional<byte[]> find(IdempotencyKey key) {
                return kept;
            }
        };
        writer.store = new MessageStore() {
            @Override
            Appended append(List<Ticket> tickets, Instant now) {
                return store(tickets);
            }

            @Override
            Appended appendBehind(Ticket ticket, Instant now, Runnable turn) {
                turn.run();
                return store(List.of(ticket));
            }
        };
    }

    @Test
    void isolatesTheRowThatCannotBeStored() {
        var outcomes = write(IntStream.range(0, 20)
                .mapToObj(i -> Submissions.of(i == 13 ? POISON : "text " + i))
                .toArray(Submission[]::new));

        assertThat(outcomes.get(13)).isCompletedExceptionally();
        outcomes.remove(13);
        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome).isCompleted());
    }

    @Test
    void doesNotRepeatWhatMayHaveBeenStored() {
        failures.add(sqlFailure("08006"));

        var outcomes = write(Submissions.of("1"), Submissions.of("2"));

        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome).isCompletedExceptionally());
        assertThat(sizes).containsExactly(2);
    }

    @Test
    void repeatsWhatWasRolledBackInADeadlock() {
        failures.add(sqlFailure("40P01"));

        var outcomes = write(Submissions.of("1"), Submissions.of("2"));

        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome).isCompleted());
        assertThat(sizes).containsExactly(2, 2);
    }

    @Test
    void answersWhatWasKeptWhereTheKeyIsTaken() {
        kept = Optional.of(new byte[] {7});

        var receipt = write(Submissions.keyed("taken", "f", "text")).get(0).join();

        assertThat(receipt.replayed()).isTrue();
        assertThat(receipt.answer()).containsExactly(7);
        assertThat(receipt.messages()).isEmpty();
    }

    @Test
    void tellsARepetitionInTheSameBatchTheSameAnswer() {
        var outcomes = write(Submissions.keyed("free", "f", "text"), Submissions.keyed("free", "f", "text"));

        assertThat(outcomes.get(0).join().replayed()).isFalse();
        assertThat(outcomes.get(1).join().replayed()).isTrue();
        assertThat(outcomes.get(1).join().answer())
                .isEqualTo(outcomes.get(0).join().answer());
    }

    @Test
    void failsOnlyTheRequestWhoseAnswerCannotBeRendered() {
        var broken = Submissions.keyed("free", "f", "text");
        var thrower = new Submission.Keyed(broken.keyed().key(), receipt -> {
            throw new RejectedException(Reason.INTERNAL, "broken");
        });

        var outcomes = write(broken.under(thrower), Submissions.of("good"));

        assertThat(outcomes.get(0)).isCompletedExceptionally();
        assertThat(outcomes.get(1)).isCompleted();
    }

    private List<CompletableFuture<Receipt>> write(Submission... submissions) {
        var batch = new Batch();
        var outcomes = new ArrayList<CompletableFuture<Receipt>>();
        for (var submission : submissions) {
            var ticket = new Ticket(submission);
            assertThat(batch.offer(ticket)).isEqualTo(Batch.Admission.TAKEN);
            outcomes.add(ticket.outcome());
        }
        writer.write(batch, Runnable::run);
        return outcomes;
    }

    private Appended store(List<Ticket> tickets) {
        sizes.add(tickets.size());
        if (!failures.isEmpty()) {
            throw failures.remove(0);
        }
        var appended = new Appended(false, new HashSet<>(), new HashSet<>());
        for (var ticket : tickets) {
            for (var message : ticket.messages()) {
                if (message.content().body().equals(POISON)) {
                    throw sqlFailure("22P02");
                }
                appended.stored().add(message.id());
            }
            if (ticket.key() != null && ticket.key().text().equals("free")) {
                appended.claimed().add(ticket);
            }
        }
        return appended;
    }

    private static RuntimeException sqlFailure(String state) {
        return new IllegalStateException(new SQLException("test", state));
    }
}
