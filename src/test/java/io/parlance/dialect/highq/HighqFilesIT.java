package io.parlance.dialect.highq;

import static io.parlance.dialect.highq.UploadRequests.content;
import static io.parlance.dialect.highq.UploadRequests.id;
import static io.parlance.dialect.highq.UploadRequests.upload;
import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.core.access.Secret;
import io.parlance.it.Http;
import java.net.URI;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code GET /api/{version}/files/{id}/content}: whole files and parts of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HighqFilesIT {
    /** Three pieces in the store. */
    private static final String CONTENT = "0123456789abcdef".repeat(40_000);

    private final HighqTenant tenant = HighqTenant.create();
    private long file;

    @BeforeAll
    void uploadOnce() {
        file = id(upload(tenant.token(), "long.txt", CONTENT).send());
    }

    @Test
    void sendsAFileToBeSaved() {
        var answer = content(tenant.token(), file).send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(CONTENT);
        assertThat(answer.header("Content-Length")).isEqualTo("640000");
        assertThat(answer.mediaType()).isEqualTo("text/plain");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Content-Disposition")).startsWith("attachment; filename=\"long.txt\"");
        assertThat(answer.header("Accept-Ranges")).isEqualTo("bytes");
        assertThat(answer.header("ETag")).isEqualTo(tag());
        assertThat(answer.header("Cache-Control")).isEqualTo("private, no-cache");
    }

    @Test
    void neverNamesATypeThatABrowserRuns() {
        long page = id(upload(tenant.token(), "page.html", "<html><script>alert(1)</script></html>")
                .send());
        var answer = content(tenant.token(), page).send();
        assertThat(answer.mediaType()).isEqualTo("text/plain");
        assertThat(answer.header("Content-Security-Policy")).contains("sandbox");
    }

    @Test
    void tellsAllButTheContentToHead() {
        var answer = Http.request("HEAD", "/api/4/files/" + file + "/content")
                .bearer(tenant.token())
                .send();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Length")).isEqualTo("640000");
        assertThat(answer.header("ETag")).isEqualTo(tag());
        assertThat(answer.body()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0, 1",
        "bytes=262140-262150, 262140, 262151",
        "bytes=100-, 100, 640000",
        "bytes=-5, 639995, 640000",
        "BYTES=639999-999999999, 639999, 640000",
        "bytes=-9999999, 0, 640000",
    })
    void sendsARange(String range, int start, int end) {
        var answer = content(tenant.token(), file).header("Range", range).send();

        assertThat(answer.status()).isEqualTo(206);
        assertThat(answer.body()).isEqualTo(CONTENT.substring(start, end));
        assertThat(answer.header("Content-Range")).isEqualTo("bytes " + start + "-" + (end - 1) + "/640000");
        assertThat(answer.header("Content-Length")).isEqualTo(String.valueOf(end - start));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=640000-", "bytes=-0", "bytes=999999999999-"})
    void refusesARangeBehindTheEnd(String range) {
        var answer = content(tenant.token(), file).header("Range", range).send();

        HighqTenant.assertError(answer, 416, 147, "Range not satisfiable");
        assertThat(answer.header("Content-Range")).isEqualTo("bytes */640000");
    }

    @Test
    void showsTheSameErrorBehindTheLinkOfARefusedRange() {
        var link = content(tenant.token(), file)
                .header("Range", "bytes=640000-")
                .header("Accept", HighqTenant.JSON)
                .send()
                .json()
                .path("link")
                .asText();

        var shown = Http.get(URI.create(link).getPath())
                .header("Accept", HighqTenant.JSON)
                .send();
        assertThat(shown.json().path("ref").asInt()).isEqualTo(147);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=5-2", "bytes=", "bytes=a-b", "lines=1-2", "bytes=0-1,5-6", "bytes=-"})
    void passesOverRangesThatAreNone(String range) {
        assertThat(content(tenant.token(), file).header("Range", range).send().status())
                .isEqualTo(200);
    }

    @Test
    void sendsTheWholeFileWhereThePartIsOfAnotherVersion() {
        assertThat(status("Range", "bytes=0-0", "If-Range", "\"other\"")).isEqualTo(200);
        assertThat(status("Range", "bytes=0-0", "If-Range", "W/" + tag())).isEqualTo(200);
        assertThat(status("Range", "bytes=0-0", "If-Range", "Sat, 21 Nov 2026 16:00:00 GMT"))
                .isEqualTo(200);
        assertThat(status("Range", "bytes=0-0", "If-Range", tag())).isEqualTo(206);
    }

    @Test
    void sendsNothingToWhoeverHasIt() {
        assertThat(status("If-None-Match", tag())).isEqualTo(304);
        assertThat(status("If-None-Match", "\"other\", W/" + tag())).isEqualTo(304);
        assertThat(status("If-None-Match", "\"other\"")).isEqualTo(200);
    }

    @Test
    void refusesIdsThatAreNone() {
        HighqTenant.assertError(
                Http.get("/api/4/files/x/content").bearer(tenant.token()).send(), 400, 100, "Problem with parameters");
        assertThat(Http.get("/api/4/files/" + file + "/content").send().status())
                .isEqualTo(401);
        assertThat(Http.post("/api/4/files/" + file + "/content")
                        .bearer(tenant.token())
                        .send()
                        .status())
                .isEqualTo(405);
    }

    private int status(String... headers) {
        var request = content(tenant.token(), file);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request.send().status();
    }

    private static String tag() {
        return '"' + HexFormat.of().formatHex(Secret.sha256(CONTENT)) + '"';
    }
}
