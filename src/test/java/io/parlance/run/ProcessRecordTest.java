package io.parlance.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessRecordTest {
    @TempDir
    Path directory;

    private Process child;
    private Path file;

    @BeforeEach
    void startChild() throws IOException {
        file = directory.resolve("server.pid");
        Files.createFile(directory.resolve("log"));
        child = new ProcessBuilder("tail", "-f", directory + "/log").start();
        ProcessRecord.of(child.toHandle()).write(file);
    }

    @AfterEach
    void killChild() {
        child.destroyForcibly();
    }

    @Test
    void stopsTheProcessItNames() throws InterruptedException {
        ProcessRecord.stopOrphan(file);
        assertThat(child.waitFor(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void sparesAProcessThatOnlyGotTheSameId() {
        var record = ProcessRecord.read(file).orElseThrow();
        var earlier = record.startedAt().minus(Duration.ofMinutes(1));
        new ProcessRecord(record.pid(), earlier).write(file);
        ProcessRecord.stopOrphan(file);
        assertThat(child.isAlive()).isTrue();
    }

    @Test
    void sparesTheProcessOfTheDirectoryThisIsACopyOf(@TempDir Path copy) throws IOException {
        Files.copy(file, copy.resolve("server.pid"));
        ProcessRecord.stopOrphan(copy.resolve("server.pid"));
        assertThat(child.isAlive()).isTrue();
    }

    @Test
    void findsNothingInADamagedFile() throws IOException {
        Files.writeString(file, "12");
        assertThat(ProcessRecord.read(file)).isEmpty();
    }
}
