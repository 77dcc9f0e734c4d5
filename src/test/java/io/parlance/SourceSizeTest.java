package io.parlance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** ArchUnit sees classes, not lines. */
class SourceSizeTest {
    private static final int MOST_LINES = 300;

    @Test
    void noSourceFileHasMoreThanThreeHundredLines() throws IOException {
        try (var files = Files.walk(Path.of("src"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".java")))
                    .isNotEmpty()
                    .allSatisfy(
                            file -> assertThat(lines(file)).as(file.toString()).isLessThanOrEqualTo(MOST_LINES));
        }
    }

    private static long lines(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
