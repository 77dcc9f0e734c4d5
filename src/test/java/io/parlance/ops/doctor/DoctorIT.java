package io.parlance.ops.doctor;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.parlance.it.Admin;
import io.parlance.it.Http;
import io.parlance.it.TestServer;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The doctor of the server under test, which is in good health but for being a demo. */
class DoctorIT {
    private static final String PATH = "/admin/api/v1/doctor";
    private static final int FEWEST = 20;

    @Test
    void findsNothingThatFails() {
        var report = Admin.get("/doctor").json();

        assertThat(report.path("items"))
                .filteredOn(item -> item.path("state").asText().equals("failed"))
                .isEmpty();
        assertThat(report.path("state").asText()).isEqualTo("warning");
        assertThat(report.path("items")).hasSizeGreaterThanOrEqualTo(FEWEST);
    }

    @Test
    void saysOfEachCheckHowItIsAndWhatToDo() {
        var answer = Admin.get("/doctor");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.mediaType()).isEqualTo("application/json");
        assertThatJson(answer.body()).node("checkedAt").asString().matches("\\d{4}-.*Z");
        assertThatJson(item(answer.json(), "demo-data").toString())
                .isEqualTo(
                        """
                        {"name": "demo-data", "state": "warning", "cause": "${json-unit.any-string}",
                         "remedy": "${json-unit.any-string}"}""");
        assertThatJson(item(answer.json(), "master-key").toString())
                .isEqualTo(
                        """
                        {"name": "master-key", "state": "ok", "cause": "parlance.master-key is set.", "remedy": null}""");
    }

    @Test
    void printsATableForATerminal() {
        var answer = Http.get(PATH)
                .bearer(TestServer.adminToken())
                .header("Accept", "text/plain")
                .send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.mediaType()).isEqualTo("text/plain");
        assertThat(answer.body())
                .startsWith("warning at ")
                .containsPattern("\nwarning +demo-data +parlance.demo is true.*\n +-> ")
                .containsPattern("\nok +postgresql-fsync +fsync is on.\n");
    }

    @Test
    void isForAdministratorsOnly() {
        assertThat(Http.get(PATH).send().status()).isEqualTo(401);
        var tenant = Admin.tenant();
        var token = tenant.credential(tenant.application("{}"), "{\"kind\":\"bearer\"}")
                .path("token")
                .asText();
        assertThat(Http.get(PATH).bearer(token).send().status()).isEqualTo(401);
    }

    @Test
    void showsNoSecret() {
        assertThat(Admin.get("/doctor").body())
                .doesNotContain(
                        TestServer.adminToken(),
                        TestServer.masterKey(),
                        TestServer.database().password());
    }

    private static JsonNode item(JsonNode report, String name) {
        return StreamSupport.stream(report.path("items").spliterator(), false)
                .filter(item -> item.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
