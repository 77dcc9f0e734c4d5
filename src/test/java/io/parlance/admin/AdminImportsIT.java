package io.parlance.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.it.Admin;
import io.parlance.it.Answer;
import io.parlance.it.Http;
import io.parlance.it.ImportFiles;
import io.parlance.it.RawConnection;
import io.parlance.it.TestServer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Imports as the admin API takes and shows them, whatever the dialect. */
class AdminImportsIT {
    private static final String QUERY = "dialect=travtus&type=chat";

    private final Admin.Tenant tenant = Admin.tenant();

    @Test
    void answersAJobAndWhereItIs() {
        var answer = send("text/csv", "message_id\n");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().path("dialect").asText()).isEqualTo("travtus");
        assertThat(answer.json().path("type").asText()).isEqualTo("chat");
        assertThat(answer.header("Location"))
                .endsWith(tenant.path("/imports/" + answer.json().path("id").asText()));
        assertThat(ImportFiles.finished(tenant, answer).path("status").asText()).isEqualTo("finished");
    }

    @Test
    void saysThatAJobWasInterruptedWhoseServerIsGone() throws SQLException {
        var id = UUID.randomUUID();
        try (var connection = TestServer.connect();
                var statement = connection.prepareStatement(
                        "insert into import_job (tenant_id, id, dialect, type, status,"
                                + " rows_read, rows_stored, rows_unchanged, rows_refused, created_at, seen_at)"
                                + " values (?, ?, 'travtus', 'chat', 'running', 7, 6, 0, 1, now(), now() - interval '2 minutes')")) {
            statement.setObject(1, UUID.fromString(tenant.id()));
            statement.setObject(2, id);
            statement.executeUpdate();
        }

        var job = Admin.get(tenant.path("/imports/" + id)).json();

        assertThat(job.path("status").asText()).isEqualTo("interrupted");
        assertThat(job.path("rowsRead").asInt()).isEqualTo(7);
    }

    @Test
    void refusesAFileThatIsNone() {
        assertThat(send("text/csv", "").status()).isEqualTo(400);
        assertThat(send("text/html", "<p>").status()).isEqualTo(415);
        assertThat(send("application/x-www-form-urlencoded", "message_id").status())
                .isEqualTo(415);
    }

    @Test
    void showsNoImportOfAnotherTenant() {
        var id = send("text/csv", "message_id\n").json().path("id").asText();

        assertThat(Admin.get(Admin.tenant().path("/imports/" + id)).status()).isEqualTo(404);
        assertThat(Admin.get(tenant.path("/imports/" + UUID.randomUUID())).status())
                .isEqualTo(404);
    }

    @Test
    void takesFilesOfAdministratorsOnly() {
        var path = "/admin/api/v1" + tenant.path("/imports?" + QUERY);
        var answer = Http.post(path)
                .header("Content-Type", "text/csv")
                .body("message_id\n")
                .send();
        assertThat(answer.status()).isEqualTo(401);
        try (var connection = new RawConnection()) {
            assertThat(connection.startPost(path, 100 << 20).answer()).startsWith("HTTP/1.1 401 ");
        }
    }

    @Test
    void goesWithItsTenant() {
        ImportFiles.finished(tenant, send("text/csv", "message_id\n1\n"));

        assertThat(Admin.call("DELETE", tenant.path("?confirm=" + slug()), "").status())
                .isEqualTo(204);
    }

    private String slug() {
        return Admin.get(tenant.path("")).json().path("slug").asText();
    }

    private Answer send(String mediaType, String file) {
        return ImportFiles.send(tenant, QUERY, mediaType, file.getBytes(StandardCharsets.UTF_8));
    }
}
