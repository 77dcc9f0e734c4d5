package io.parlance.dialect.jitsudo.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CedarLibraryTest {
    private final List<Path> attempts = new ArrayList<>();

    @Test
    void refusesWhereTheMachineHasNoEngineAndTriesOnlyOnce() {
        var library = without(new UnsatisfiedLinkError("musl"));
        for (int i = 0; i < 2; i++) {
            var refusal = catchThrowableOfType(RejectedException.class, library::require);
            assertThat(refusal.reason()).isEqualTo(Reason.STORE_UNAVAILABLE);
        }
        assertThat(attempts).containsExactly(Path.of("/srv/native"));
    }

    @Test
    void refusesWhereTheDirectoryCannotBeUsed() {
        var library = without(new UnsatisfiedLinkError("noexec"));
        library.directory = Optional.of("no\0path");
        assertThat(catchThrowableOfType(RejectedException.class, library::require))
                .isNotNull();
        assertThat(attempts).isEmpty();
    }

    private CedarLibrary without(LinkageError failure) {
        var library = new CedarLibrary();
        library.directory = Optional.of("/srv/native");
        library.loader = directory -> {
            attempts.add(directory);
            throw failure;
        };
        return library;
    }
}
