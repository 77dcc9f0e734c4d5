package io.parlance.dialect.jitsudo.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.parlance.core.config.TestConfiguration;
import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CedarLibraryTest {
    @TempDir
    Path directory;

    private final List<Path> attempts = new ArrayList<>();

    @Test
    void refusesWhereTheMachineHasNoEngineAndTriesOnlyOnce() {
        var library = without(new UnsatisfiedLinkError("musl"));
        for (int i = 0; i < 2; i++) {
            var refusal = catchThrowableOfType(RejectedException.class, library::require);
            assertThat(refusal.reason()).isEqualTo(Reason.STORE_UNAVAILABLE);
        }
        assertThat(attempts).containsExactly(directory);
    }

    private CedarLibrary without(LinkageError failure) {
        var library = new CedarLibrary();
        library.configuration = TestConfiguration.of("parlance.policy.native-directory", directory.toString());
        library.loader = wanted -> {
            attempts.add(wanted);
            throw failure;
        };
        return library;
    }
}
