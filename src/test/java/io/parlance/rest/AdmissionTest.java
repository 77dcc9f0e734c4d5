package io.parlance.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.core.config.TestConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AdmissionTest {
    private static final int BUDGET = 4000;

    private final IntakeBounds bounds = new IntakeBounds();
    private final Admission admission = new Admission(bounds, Passage.uncounted());

    @BeforeEach
    void narrowBounds() {
        bounds.limits = new IntakeLimits();
        bounds.limits.configuration = TestConfiguration.of(
                "parlance.body.max-arriving", "2",
                "parlance.requests.max-in-flight", "2",
                "parlance.attachment.max-at-once", "1",
                "parlance.body.budget-bytes", "" + BUDGET);
        bounds.open();
    }

    @Test
    void exchangesThePlaceOfArrivalForOneInFlight() {
        assertThat(admission.arrive()).isTrue();
        assertThat(admission.buffer(100)).isTrue();

        assertThat(admission.enter(90)).isTrue();

        assertHeld(0, 0, 1, Admission.memoryFor(90));
    }

    @Test
    void keepsThePlaceOfArrivalWhereItIsRefusedOneInFlight() {
        for (int i = 0; i < 2; i++) {
            assertThat(new Admission(bounds, Passage.uncounted()).enter(0)).isTrue();
        }
        admission.arrive();
        admission.buffer(100);

        assertThat(admission.enter(100)).isFalse();

        assertHeld(1, 100, 2, 0);
    }

    @Test
    void refusesWhatWouldNeedTooMuchMemoryBesideOthers() {
        assertThat(new Admission(bounds, Passage.uncounted()).enter(1)).isTrue();

        assertThat(admission.enter(BUDGET)).isFalse();

        assertHeld(0, 0, 1, Admission.memoryFor(1));
    }

    @Test
    void letsALargeBodyThroughThatIsAlone() {
        assertThat(admission.enter(BUDGET)).isTrue();
    }

    @Test
    void givesAllBackOnce() {
        admission.arrive();
        admission.buffer(100);
        admission.enter(100);

        admission.end();
        admission.end();

        assertHeld(0, 0, 0, 0);
    }

    @Test
    void takesNothingAfterItsEnd() {
        admission.end();

        assertThat(admission.arrive()).isFalse();
        assertThat(admission.buffer(1)).isFalse();
        assertThat(admission.enter(1)).isFalse();
        assertHeld(0, 0, 0, 0);
    }

    @Test
    void growsABodyOnlyAsFarAsThereIsRoom() {
        var body = new MemoryBody(admission::buffer);

        assertThat(body.add(new byte[500], 500)).isTrue();
        assertThat(body.add(new byte[4000], 4000)).isFalse();

        assertThat(body.length()).isEqualTo(500);
        assertThat(bounds.arrivingBytes().taken()).isEqualTo(512);
    }

    private void assertHeld(long arriving, long bytes, long inFlight, long memory) {
        assertThat(bounds.arriving().taken()).isEqualTo(arriving);
        assertThat(bounds.arrivingBytes().taken()).isEqualTo(bytes);
        assertThat(bounds.inFlight().taken()).isEqualTo(inFlight);
        assertThat(bounds.workingBytes().taken()).isEqualTo(memory);
    }
}
