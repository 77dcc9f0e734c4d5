package io.parlance.admin.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parlance.core.imports.ImportRow;
import io.parlance.core.problem.RejectedException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowFilesTest {
    @TempDir
    Path folder;

    @Test
    void readsCsvUnderItsHeader() throws IOException {
        assertThat(read("id,text\r\n1,\"Hello, \"\"you\"\"\"\r\n\r\n2,\n"))
                .containsExactly(
                        ImportRow.of(1, 2, Map.of("id", "1", "text", "Hello, \"you\"")),
                        ImportRow.of(2, 4, Map.of("id", "2")));
    }

    @Test
    void readsTheLastLineWithoutItsEnd() throws IOException {
        assertThat(read("\ufeffid\n☂")).containsExactly(ImportRow.of(1, 2, Map.of("id", "☂")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"id\":1,\"text\":null},{\"id\":\"2\",\"text\":true}]",
                "{\"id\":1}\n{\"id\":\"2\",\"text\":true}",
                " \n [\n {\"id\":1}\n, {\"id\":\"2\",\"text\":true} ]\n"
            })
    void readsJsonAsOneArrayOrOneObjectAfterTheOther(String file) throws IOException {
        assertThat(read(file))
                .extracting(ImportRow::columns)
                .containsExactly(Map.of("id", "1"), Map.of("id", "2", "text", "true"));
    }

    @Test
    void tellsTheLineOfAJsonRow() throws IOException {
        assertThat(read("[\n{\"id\":1},\n{\"id\":2}]"))
                .extracting(ImportRow::line)
                .containsExactly(2L, 3L);
    }

    @Test
    void readsWhatIsCompressed() throws IOException {
        assertThat(read(zipped("{\"id\":1}"))).containsExactly(ImportRow.of(1, 1, Map.of("id", "1")));
        assertThat(read(zipped("id\n1"))).containsExactly(ImportRow.of(1, 2, Map.of("id", "1")));
    }

    @Test
    void losesOneRowToABrokenLine() throws IOException {
        var rows = read("id,text\n1,\"never closed\n2,b,c\n3\n4,ok\n");

        assertThat(rows)
                .extracting(ImportRow::fault)
                .containsExactly(
                        "the line is not well-formed CSV",
                        "the line has 3 columns, the header 2",
                        "the line has 1 columns, the header 2",
                        null);
        assertThat(rows).extracting(ImportRow::line).containsExactly(2L, 3L, 4L, 5L);
    }

    @Test
    void losesOneRowToWhatCannotBeStored() throws IOException {
        assertThat(read("{\"id\":\"\\u0000\"}{\"id\":{}}[]{\"id\":\"\\ud800\"}{\"id\":\"ok\"}"))
                .extracting(ImportRow::fault)
                .containsExactly(
                        "a text holds the character U+0000",
                        "id must be a text, a number, true or false",
                        "a text holds half a surrogate pair",
                        null);
        assertThat(read("[[1],7,{\"id\":1}]"))
                .extracting(ImportRow::fault)
                .containsExactly("the row is no JSON object", "the row is no JSON object", null);
        assertThat(read("id\n\u0000\nok"))
                .extracting(ImportRow::fault)
                .containsExactly("a text holds the character U+0000", null);
    }

    @Test
    void losesOneRowToALineThatIsNotUtf8OrFarTooLong() throws IOException {
        var file = new ByteArrayOutputStream();
        file.writeBytes("id\n".getBytes(StandardCharsets.UTF_8));
        file.writeBytes(new byte[] {(byte) 0xe9, '\n'});
        file.writeBytes("x".repeat(Lines.MOST_BYTES + 1).getBytes(StandardCharsets.UTF_8));
        file.writeBytes("\nok".getBytes(StandardCharsets.UTF_8));

        assertThat(read(file.toByteArray()))
                .extracting(ImportRow::fault)
                .containsExactly(
                        "the line is not UTF-8", "the line is longer than " + Lines.MOST_BYTES + " bytes", null);
    }

    @Test
    void saysWhereBrokenJsonEnds() {
        assertThatThrownBy(() -> read("[{\"id\":1},\n{\"id\":2},\n{\"id\""))
                .isInstanceOf(RejectedException.class)
                .hasMessage("line 3 is not well-formed JSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n1,2", "id,id\n1,2", "\"id\n1"})
    void refusesAFileWithoutAHeader(String file) {
        assertThatThrownBy(() -> read(file)).isInstanceOf(RejectedException.class);
    }

    @Test
    void deletesTheFileAtTheEnd() throws IOException {
        var file = Files.writeString(folder.resolve("rows"), "id\n1");
        RowFiles.open(file).close();
        var broken = Files.writeString(folder.resolve("broken"), "");

        assertThatThrownBy(() -> RowFiles.open(broken)).isInstanceOf(RejectedException.class);
        assertThat(folder).isEmptyDirectory();
    }

    private static List<ImportRow> read(String file) throws IOException {
        return read(file.getBytes(StandardCharsets.UTF_8));
    }

    private static List<ImportRow> read(byte[] file) throws IOException {
        var found = new ArrayList<ImportRow>();
        try (var rows = RowFiles.read(new ByteArrayInputStream(file))) {
            for (var row = rows.next(); row != null; row = rows.next()) {
                found.add(row);
            }
        }
        return found;
    }

    private static byte[] zipped(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
