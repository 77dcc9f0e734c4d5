package io.parlance.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LaneTest {
    private final Lane lane = new Lane(0);

    @Test
    void givesWhateverWaitsInTheOrderOfArrival() {
        var first = add(Submissions.of("1"));
        var second = add(Submissions.of("2"));

        assertThat(lane.take().tickets()).isEqualTo(List.of(first, second));
    }

    @Test
    void keepsWhatDidNotFitForTheNextBatch() {
        var first = add(Submissions.ofRows(100));
        var second = add(Submissions.ofRows(100));
        var third = add(Submissions.ofRows(1));

        assertThat(lane.take().tickets()).isEqualTo(List.of(first));
        assertThat(lane.take().tickets()).isEqualTo(List.of(second, third));
    }

    @Test
    void putsTheVersionsUnderOneNaturalKeyIntoSuccessiveBatches() {
        var first = add(Submissions.natural("r-1", "1"));
        var second = add(Submissions.natural("r-1", "2"));
        var other = add(Submissions.natural("r-2", "1"));
        var third = add(Submissions.natural("r-1", "3"));

        assertThat(lane.take().tickets()).isEqualTo(List.of(first, other));
        assertThat(lane.take().tickets()).isEqualTo(List.of(second));
        assertThat(lane.take().tickets()).isEqualTo(List.of(third));
    }

    @Test
    void isShortUntilManyRowsWait() throws InterruptedException {
        add(Submissions.ofRows(1));
        lane.await();
        assertThat(lane.isShort()).isTrue();

        for (int i = 0; i < 15; i++) {
            add(Submissions.ofRows(1));
        }
        assertThat(lane.isShort()).isFalse();
        assertThat(lane.take().tickets()).hasSize(16);

        add(Submissions.ofRows(1000));
        lane.await();
        assertThat(lane.isShort()).isFalse();
    }

    private Ticket add(Submission submission) {
        var ticket = new Ticket(submission);
        lane.add(ticket);
        return ticket;
    }
}
