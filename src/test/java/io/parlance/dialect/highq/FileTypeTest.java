package io.parlance.dialect.highq;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The type of a file is what its content is. */
class FileTypeTest {
    @ParameterizedTest
    @CsvSource({
        "%PDF-1.4, x.exe, application/pdf",
        "GIF89a, x, image/gif",
        "'PK\u0003\u0004', Report.DOCX, application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "'PK\u0003\u0004', x.jpg, application/zip",
        "'\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1', a.doc, application/msword",
        "'\u00ff\u00d8\u00ff', a, image/jpeg",
        "'\u0089PNG\r\n\u001a\n', a.pdf, image/png",
        "'<html><script>', a.html, text/plain",
        "'<svg onload=\"x\">', a.svg, text/plain",
        "'MZ\u0090\u0000', a.txt, application/octet-stream",
        "'', a.txt, application/octet-stream",
    })
    void isToldByTheFirstBytes(String content, String name, String type) {
        assertThat(FileType.detect(content.getBytes(ISO_8859_1), name)).isEqualTo(type);
    }

    @Test
    void isTextAlsoWhereACharacterIsCutOff() {
        var bytes = "Grüße".getBytes(UTF_8);
        assertThat(FileType.detect(Arrays.copyOf(bytes, 3), "a")).isEqualTo("text/plain");
        assertThat(FileType.detect("Grüße".getBytes(ISO_8859_1), "a")).isEqualTo("application/octet-stream");
    }
}
