package io.parlance.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileBodyTest {
    @TempDir
    Path directory;

    private final AtomicInteger givenUp = new AtomicInteger();

    @Test
    void readsWhatWasAdded() throws IOException {
        var body = body();
        add(body, "one ");
        add(body, "two");

        assertThat(body.length()).isEqualTo(7);
        assertThat(body.open()).hasContent("one two");
    }

    @Test
    void mayBeEmpty() throws IOException {
        assertThat(body().open()).isEmpty();
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void leavesNothingBehind() throws IOException {
        var body = body();
        add(body, "one");

        body.discard();
        body.discard();

        assertThat(directory).isEmptyDirectory();
        assertThat(givenUp).hasValue(1);
        assertThat(body.add(new byte[1], 1)).isFalse();
    }

    @Test
    void deletesWhatACrashLeft() throws IOException {
        var files = new BodyFiles();
        files.open(directory);
        var folder = directory.resolve(BodyFiles.FOLDER);
        Files.writeString(folder.resolve("left over"), "bytes");

        files.open(directory);

        assertThat(folder).isEmptyDirectory();
    }

    private FileBody body() {
        return new FileBody(directory, givenUp::incrementAndGet);
    }

    private static void add(Body body, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.US_ASCII);
        assertThat(body.add(bytes, bytes.length)).isTrue();
    }
}
