package io.parlance.core.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class BacklogTest {
    private static final UUID OTHER_THREAD = new UUID(9, 9);

    private final Backlog backlog = new Backlog();

    @Test
    void givesWhateverWaitsInTheOrderOfArrival() throws InterruptedException {
        var first = add(Submissions.of("1"));
        var second = add(Submissions.of("2"));

        assertThat(backlog.take().tickets()).isEqualTo(List.of(first, second));
    }

    @Test
    void keepsWhatDidNotFitForTheNextBatch() throws InterruptedException {
        var first = add(Submissions.ofRows(100));
        var second = add(Submissions.ofRows(100));
        var third = add(Submissions.ofRows(1));

        assertThat(takeAndEnd().tickets()).isEqualTo(List.of(first));
        assertThat(takeAndEnd().tickets()).isEqualTo(List.of(second, third));
    }

    @Test
    void putsTheVersionsUnderOneNaturalKeyIntoSuccessiveBatches() throws InterruptedException {
        var first = add(Submissions.natural("r-1", "1"));
        var second = add(Submissions.natural("r-1", "2"));
        var other = add(Submissions.natural("r-2", "1"));
        var third = add(Submissions.natural("r-1", "3"));

        assertThat(takeAndEnd().tickets()).isEqualTo(List.of(first, other));
        assertThat(takeAndEnd().tickets()).isEqualTo(List.of(second));
        assertThat(takeAndEnd().tickets()).isEqualTo(List.of(third));
    }

    @Test
    void neverHasAThreadOnItsWayTwice() throws InterruptedException {
        add(Submissions.ofRows(Backlog.SHORT));
        var onItsWay = backlog.take();
        var same = add(Submissions.ofRows(Backlog.SHORT));
        var other = add(Submissions.in(OTHER_THREAD, "1"));

        assertThat(takeAndEnd().tickets()).isEqualTo(List.of(other));
        backlog.done(onItsWay);
        assertThat(takeAndEnd().tickets()).isEqualTo(List.of(same));
    }

    @Test
    void letsALargeSubmissionFollowWhatIsOnItsWayInItsThreads() throws InterruptedException {
        add(Submissions.ofRows(Batch.MAX_ROWS));
        var onItsWay = backlog.take();
        var follower = add(Submissions.ofRows(Batch.MAX_ROWS));
        add(Submissions.of("behind both"));

        var following = backlog.take();
        assertThat(following.tickets()).isEqualTo(List.of(follower));
        assertThat(following.isFollower()).isTrue();
        var turn = CompletableFuture.runAsync(following::awaitTurn);
        var next = CompletableFuture.supplyAsync(this::takeAndEnd);
        assertThat(turn).isNotDone();

        backlog.done(onItsWay);
        assertThat(turn).succeedsWithin(Duration.ofSeconds(5));
        assertThat(next).failsWithin(Duration.ofMillis(200)); // it waits
        backlog.done(following);
        assertThat(next).succeedsWithin(Duration.ofSeconds(5));
    }

    @Test
    void letsALargeSubmissionFollowNobodyWhileAnotherOfItsThreadsWaitsBeforeIt() throws InterruptedException {
        add(Submissions.ofRows(Backlog.SHORT));
        var onItsWay = backlog.take();
        var before = add(Submissions.of("before"));
        add(Submissions.ofRows(Batch.MAX_ROWS));
        var next = CompletableFuture.supplyAsync(this::takeAndEnd);

        assertThat(next).failsWithin(Duration.ofMillis(200)); // it waits
        backlog.done(onItsWay);
        assertThat(next).succeedsWithin(Duration.ofSeconds(5)).satisfies(batch -> assertThat(batch.tickets())
                .isEqualTo(List.of(before)));
    }

    @Test
    void letsNothingUnderAKeyFollow() {
        var large = Submissions.ofRows(Batch.MAX_ROWS);
        var keyed = large.under(Submissions.keyed("key", "f", "text").keyed());

        assertThat(new Ticket(large).mayFollow()).isTrue();
        assertThat(new Ticket(keyed).mayFollow()).isFalse();
    }

    @Test
    void letsNobodyOvertakeASubmissionThatWaitsForOneOfItsThreads() throws InterruptedException {
        add(Submissions.ofRows(Backlog.SHORT));
        var onItsWay = backlog.take();
        var both = add(Submissions.across(Submissions.THREAD, OTHER_THREAD));
        var behind = add(Submissions.in(OTHER_THREAD, "2"));
        var free = add(Submissions.in(new UUID(8, 8), "3"));

        assertThat(takeAndEnd().tickets()).isEqualTo(List.of(free));
        backlog.done(onItsWay);
        assertThat(takeAndEnd().tickets()).isEqualTo(List.of(both, behind));
    }

    @Test
    void letsFewRowsWaitForAnotherShortBatch() throws InterruptedException {
        add(Submissions.of("1"));
        var onItsWay = backlog.take();
        var next = CompletableFuture.supplyAsync(this::takeAndEnd);
        var second = add(Submissions.in(OTHER_THREAD, "2"));
        var third = add(Submissions.in(OTHER_THREAD, "3"));

        assertThat(next).isNotDone();
        backlog.done(onItsWay);
        assertThat(next).succeedsWithin(Duration.ofSeconds(5)).satisfies(batch -> assertThat(batch.tickets())
                .isEqualTo(List.of(second, third)));
    }

    @Test
    void countsRepetitionsNoLongerOnceTheyAreTaken() throws InterruptedException {
        for (int i = 0; i < 2 * Backlog.SHORT; i++) {
            add(Submissions.natural("r-1", "text"));
        }
        var onItsWay = backlog.take();
        assertThat(onItsWay.tickets()).hasSize(1);
        var next = CompletableFuture.supplyAsync(this::takeAndEnd);
        add(Submissions.in(OTHER_THREAD, "1"));

        assertThat(next).failsWithin(Duration.ofMillis(200)); // it waits
        backlog.done(onItsWay);
        assertThat(next).succeedsWithin(Duration.ofSeconds(5));
    }

    @Test
    void letsManyRowsWaitForNobody() throws InterruptedException {
        add(Submissions.of("1"));
        backlog.take();
        var next = CompletableFuture.supplyAsync(this::takeAndEnd);
        for (int i = 0; i < Backlog.SHORT; i++) {
            add(Submissions.in(OTHER_THREAD, "text"));
        }

        assertThat(next).succeedsWithin(Duration.ofSeconds(5)).satisfies(batch -> assertThat(batch.rows())
                .isEqualTo(Backlog.SHORT));
    }

    @Test
    void wakesAsManyWritersAsThereIsWorkFor() throws InterruptedException {
        var first = CompletableFuture.supplyAsync(this::take);
        var second = CompletableFuture.supplyAsync(this::take);
        add(Submissions.ofRows(100));
        add(Submissions.in(OTHER_THREAD, Submissions.texts(100)));

        await().until(() -> first.isDone() && second.isDone());
    }

    private Ticket add(Submission submission) {
        var ticket = new Ticket(submission);
        backlog.add(ticket);
        return ticket;
    }

    private Batch takeAndEnd() {
        var batch = take();
        backlog.done(batch);
        return batch;
    }

    private Batch take() {
        try {
            return backlog.take();
        } catch (InterruptedException e) {
            throw new CompletionException(e);
        }
    }
}
