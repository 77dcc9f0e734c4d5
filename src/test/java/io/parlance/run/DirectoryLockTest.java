package io.parlance.run;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryLockTest {
    @Test
    void keepsASecondRunOut(@TempDir Path directory) {
        var lock = DirectoryLock.of(directory);
        assertThatThrownBy(() -> DirectoryLock.of(directory))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("in use by another run");
        lock.release();
        DirectoryLock.of(directory).release();
    }
}
