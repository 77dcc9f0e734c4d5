package io.parlance.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.core.message.Batch.Admission;
import org.junit.jupiter.api.Test;

class BatchTest {
    private final Batch batch = new Batch();

    @Test
    void takesUpTo128Rows() {
        assertThat(offer(Submissions.ofRows(100))).isEqualTo(Admission.TAKEN);
        assertThat(offer(Submissions.ofRows(28))).isEqualTo(Admission.TAKEN);
        assertThat(offer(Submissions.ofRows(1))).isEqualTo(Admission.FULL);
    }

    @Test
    void takesALargerSubmissionAlone() {
        assertThat(offer(Submissions.ofRows(1000))).isEqualTo(Admission.TAKEN);
        assertThat(offer(Submissions.ofRows(1))).isEqualTo(Admission.FULL);
    }

    @Test
    void takesUpToAMegabyte() {
        var large = Submissions.of("x".repeat(600_000));

        assertThat(offer(large)).isEqualTo(Admission.TAKEN);
        assertThat(offer(large)).isEqualTo(Admission.FULL);
    }

    @Test
    void givesARepetitionUnderTheSameKeyTheSameOutcome() {
        offer(Submissions.keyed("k", "f", "text"));

        assertThat(offer(Submissions.keyed("k", "f", "text"))).isEqualTo(Admission.TAKEN);
        assertThat(batch.tickets()).hasSize(1);
    }

    @Test
    void putsOffAnotherRequestUnderTheSameKey() {
        offer(Submissions.keyed("k", "f", "text"));

        assertThat(offer(Submissions.keyed("k", "other", "text"))).isEqualTo(Admission.LATER);
        assertThat(offer(Submissions.keyed("l", "f", "text"))).isEqualTo(Admission.TAKEN);
    }

    @Test
    void mergesEqualContentUnderTheSameNaturalKey() {
        offer(Submissions.natural("r-1", "text"));

        assertThat(offer(Submissions.natural("r-1", "text"))).isEqualTo(Admission.TAKEN);
        assertThat(batch.tickets()).hasSize(1);
    }

    @Test
    void putsOffTheNextVersionUnderANaturalKey() {
        offer(Submissions.natural("r-1", "text"));

        assertThat(offer(Submissions.natural("r-1", "changed"))).isEqualTo(Admission.LATER);
        assertThat(offer(Submissions.natural("r-2", "changed"))).isEqualTo(Admission.TAKEN);
    }

    @Test
    void letsNobodyOvertakeWhoWaitsForTheSameNaturalKey() {
        offer(Submissions.natural("r-1", "a"));
        offer(Submissions.natural("r-1", "b"));

        assertThat(offer(Submissions.natural("r-1", "a"))).isEqualTo(Admission.LATER);
    }

    private Admission offer(Submission submission) {
        return batch.offer(new Ticket(submission));
    }
}
