package io.parlance.ops.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.core.doctor.Finding;

/** What every finding has to have. */
public final class Findings {
    private Findings() {}

    /** The state, these words in the cause, and a remedy exactly where something is to be done. */
    public static void assertFound(Finding finding, Finding.State state, String words) {
        assertThat(finding.state()).as(finding.toString()).isEqualTo(state);
        assertThat(finding.cause()).contains(words).endsWith(".");
        assertThat(finding.remedy() == null).isEqualTo(state == Finding.State.OK);
    }
}
