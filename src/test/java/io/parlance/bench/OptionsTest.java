package io.parlance.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OptionsTest {
    @Test
    void measuresEverythingQuicklyByDefault() {
        var options = options(Map.of());
        assertThat(options).isEqualTo(new Options(Options.Scale.QUICK, Set.of(), 5, Duration.ofSeconds(3)));
        assertThat(options.wants(Bar.MEMORY)).isTrue();
    }

    @Test
    void measuresWhatIsNamed() {
        var options = options(Map.of("bench.only", "pg-cpu, review-32", "bench", "full", "bench.pairs", "9"));
        assertThat(options.wants(Bar.REVIEW_32)).isTrue();
        assertThat(options.wants(Bar.REVIEW_128)).isFalse();
        assertThat(options.scale()).isEqualTo(Options.Scale.FULL);
        assertThat(options.rounds()).isEqualTo(9);
    }

    @Test
    void saysWhatItDoesNotKnow() {
        assertThatThrownBy(() -> options(Map.of("bench.only", "review")))
                .hasMessageStartingWith("bench.only knows review-32, ")
                .hasMessageEndingWith(", not review");
        assertThatThrownBy(() -> options(Map.of("bench", "slow"))).hasMessage("bench is quick or full, not slow");
        assertThatThrownBy(() -> options(Map.of("bench.pairs", "0")))
                .hasMessage("bench.pairs is a number from 1 to 9999, not 0");
    }

    private static Options options(Map<String, String> values) {
        var properties = new Properties();
        properties.putAll(values);
        return Options.from(properties);
    }
}
