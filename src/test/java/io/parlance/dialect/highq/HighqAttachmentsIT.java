package io.parlance.dialect.highq;

import static io.parlance.dialect.highq.UploadRequests.content;
import static io.parlance.dialect.highq.UploadRequests.field;
import static io.parlance.dialect.highq.UploadRequests.file;
import static io.parlance.dialect.highq.UploadRequests.form;
import static io.parlance.dialect.highq.UploadRequests.id;
import static io.parlance.dialect.highq.UploadRequests.send;
import static io.parlance.dialect.highq.UploadRequests.upload;
import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.core.access.Secret;
import io.parlance.it.Answer;
import io.parlance.it.Http;
import io.parlance.it.RawConnection;
import io.parlance.it.TestServer;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code POST /api/{version}/attachments}, and what becomes of a file until a message has it. */
class HighqAttachmentsIT {
    private final HighqTenant tenant = HighqTenant.create();

    @Test
    void takesAFileAndAnswersItsId() {
        var answer = upload(tenant.token(), "agreement.txt", "Agreed ☂").send();

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.body())
                .matches("<\\?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"\\?>"
                        + "<attachment><id>[0-9]+</id></attachment>");
        var json = upload(tenant.token(), "agreement.txt", "Agreed ☂")
                .header("Accept", "application/json")
                .send();
        assertThat(json.body()).matches("\\{\"id\":[0-9]+\\}");
        assertThat(content(tenant.token(), id(answer)).send().body()).isEqualTo("Agreed ☂");
    }

    @Test
    void keepsTheChecksumAndTheTypeThatTheContentHas() throws SQLException {
        long id = id(upload(tenant.token(), "page.pdf", "%PDF-1.7 x").send());

        try (var connection = TestServer.connect();
                var query = connection.prepareStatement(
                        "select sha256, media_type, size, name from attachment where number = ?")) {
            query.setLong(1, id);
            var row = query.executeQuery();
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).isEqualTo(HexFormat.of().formatHex(Secret.sha256("%PDF-1.7 x")));
            assertThat(row.getString(2)).isEqualTo("application/pdf");
            assertThat(row.getLong(3)).isEqualTo(10);
            assertThat(row.getString(4)).isEqualTo("page.pdf");
        }
    }

    @Test
    void takesThePartsInAnyOrderAndOthersBesides() {
        var answer = form(
                        Http.post("/api/12/attachments/").bearer(tenant.token()),
                        field("siteid", "7"),
                        field("filename", "b.txt"),
                        field("more", "x"),
                        file("", "late"))
                .send();
        assertThat(content(tenant.token(), id(answer)).send().header("Content-Disposition"))
                .contains("filename=\"b.txt\"");
    }

    @Test
    void takesTheNameOfThePartWhereThereIsNoOther() {
        var answer = form(Http.post(UploadRequests.PATH).bearer(tenant.token()), file("dir/ü €.txt", "x"))
                .send();
        assertThat(content(tenant.token(), id(answer)).send().header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"_ _.txt\"; filename*=UTF-8''%C3%BC%20%E2%82%AC.txt");
    }

    @Test
    void takesAnEmptyFile() {
        long id = id(upload(tenant.token(), "empty.txt", "").send());
        var answer = content(tenant.token(), id).send();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Length")).isEqualTo("0");
    }

    @Test
    void refusesFormsThatAreNone() {
        var bearer = tenant.token();
        assertError(form(Http.post(UploadRequests.PATH).bearer(bearer), field("filename", "a")), 400, 100);
        assertError(form(Http.post(UploadRequests.PATH).bearer(bearer), file("", "x")), 400, 100);
        assertError(form(Http.post(UploadRequests.PATH).bearer(bearer), file("a/..", "x")), 400, 100);
        assertError(form(Http.post(UploadRequests.PATH).bearer(bearer), file("a", "x"), file("a", "x")), 400, 100);
        assertError(
                form(Http.post(UploadRequests.PATH).bearer(bearer), field("File", "x"), field("filename", "a")),
                400,
                100);
        assertError(form(Http.post("/api/4/attachments?siteid=x").bearer(bearer), file("a", "x")), 400, 100);
        assertError(
                Http.post(UploadRequests.PATH)
                        .bearer(bearer)
                        .header("Content-Type", "multipart/form-data; boundary=a")
                        .body("--a\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\nnever en"),
                400,
                100);
        assertError(
                Http.post(UploadRequests.PATH)
                        .bearer(bearer)
                        .header("Content-Type", "multipart/form-data")
                        .body("x"),
                400,
                100);
        assertError(Http.post(UploadRequests.PATH).bearer(bearer).json("{}"), 415, 145);
        assertError(form(Http.post("/api/3/attachments").bearer(bearer), file("a", "x")), 404, 140);
        assertError(form(Http.post(UploadRequests.PATH), file("a", "x")), 401, 110);
    }

    private static void assertError(Http request, int status, int ref) {
        var answer = request.header("Accept", "application/json").undocumented().send();
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.json().path("ref").asInt()).isEqualTo(ref);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a\"b.txt | a_b.txt | a%22b.txt",
                "a;b%41.txt | a_b_41.txt | a%3Bb%2541.txt",
                "../../etc/passwd | passwd | passwd",
                "cv.\u202egpj.exe | cv.gpj.exe | cv.gpj.exe",
                "日本.txt | __.txt | %E6%97%A5%E6%9C%AC.txt",
                "it's (1)*.txt | it's (1)*.txt | it%27s%20%281%29%2A.txt",
            })
    void givesNamesThatCannotDoHarm(String sent, String plain, String encoded) {
        var answer = form(
                        Http.post(UploadRequests.PATH).bearer(tenant.token()), file("x", "x"), field("filename", sent))
                .send();
        assertThat(content(tenant.token(), id(answer)).send().header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded);
    }

    @Test
    void letsOnlyTheUploaderReadAndUseAFileUntilItIsSent() {
        long file = id(upload(tenant.token(), "a.txt", "mine").send());
        var other = tenant.admin().userToken(tenant.first().id(), "bearer");
        assertForbidden(content(other, file).send());
        assertForbidden(content(other, 999_999_999).send());
        assertForbidden(content(HighqTenant.create().token(), file).send());
        var stolen = Http.post(HighqTenant.PATH)
                .bearer(other)
                .xml(HighqTenant.xmlBody(
                        HighqTenant.user(tenant.second().number()),
                        "<message><html>x</html><attachments><attachment><id>" + file
                                + "</id></attachment></attachments></message>"))
                .send();
        assertForbidden(stolen);
    }

    @Test
    void letsThePeopleOfTheConversationReadAFileOnceItIsSent() {
        long file = id(upload(tenant.token(), "a.txt", "ours").send());
        assertThat(send(tenant, tenant.first(), file).status()).isEqualTo(201);

        var first = tenant.admin().userToken(tenant.first().id(), "bearer");
        assertThat(content(first, file).send().body()).isEqualTo("ours");
        assertThat(content(tenant.token(), file).send().body()).isEqualTo("ours");
        var second = tenant.admin().userToken(tenant.second().id(), "bearer");
        assertForbidden(content(second, file).send());

        assertThat(send(tenant, tenant.second(), file).status()).isEqualTo(201);
        assertThat(content(second, file).send().body()).isEqualTo("ours");
    }

    @Test
    void storesAnUploadOnceForEachKey() throws SQLException {
        var key = UUID.randomUUID().toString();
        var first = upload(tenant.token(), "once.txt", "once")
                .header("Idempotency-Key", key)
                .send();
        var again = upload(tenant.token(), "once.txt", "once")
                .header("Idempotency-Key", key)
                .send();
        var other = upload(tenant.token(), "once.txt", "twice")
                .header("Idempotency-Key", key)
                .send();

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(other.status()).isEqualTo(403);
        assertThat(count("select count(*) from attachment where tenant_id = ?::uuid"))
                .isOne();
    }

    /** The first piece is there when the client goes. */
    @ParameterizedTest
    @ValueSource(ints = {300_000, 10})
    void keepsNothingOfAnUploadThatBreaksOff(int sent) throws SQLException {
        try (var connection = new RawConnection(TestServer.baseUri())) {
            connection.send("POST /api/4/attachments HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + tenant.token()
                    + "\r\nContent-Type: multipart/form-data; boundary=a\r\nContent-Length: 400000\r\n\r\n"
                    + "--a\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n"
                    + "x".repeat(sent));
        }
        Awaitility.await()
                .during(Duration.ofMillis(500))
                .until(() -> count("select count(*) from attachment where tenant_id = ?::uuid") == 0
                        && count("select count(*) from attachment_chunk where tenant_id = ?::uuid") == 0);
    }

    @Test
    void forgetsItsFilesWithTheTenant() throws SQLException {
        send(tenant, tenant.first(), id(upload(tenant.token(), "a.txt", "x").send()));
        tenant.admin().admin().get("/tenants/" + tenant.admin().id());
        var slug = tenant.admin()
                .admin()
                .get("/tenants/" + tenant.admin().id())
                .json()
                .path("slug")
                .asText();
        assertThat(tenant.admin()
                        .admin()
                        .call("DELETE", "/tenants/" + tenant.admin().id() + "?confirm=" + slug, "")
                        .status())
                .isBetween(200, 204);
        assertThat(count("select (select count(*) from attachment_chunk where tenant_id = t)"
                        + " + (select count(*) from thread_attachment where tenant_id = t) from (select ?::uuid t) x"))
                .isZero();
    }

    private long count(String query) throws SQLException {
        try (var connection = TestServer.connect();
                var statement = connection.prepareStatement(query)) {
            statement.setString(1, tenant.admin().id());
            var row = statement.executeQuery();
            row.next();
            return row.getLong(1);
        }
    }

    private static void assertForbidden(Answer answer) {
        HighqTenant.assertError(answer, 403, 132, "Validation failed");
    }
}
