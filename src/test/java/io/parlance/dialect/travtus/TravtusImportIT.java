package io.parlance.dialect.travtus;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.parlance.it.Admin;
import io.parlance.it.Answer;
import io.parlance.it.ImportFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Import of the documented files: what becomes of their rows. */
class TravtusImportIT {
    private static final String CSV = "text/csv";
    private static final String SMS_HEADER =
            "conversation_id,message_id,created_at,portfolio_id,message_text,first_name,last_name,sender_ext_ref,"
                    + "phone_number,email_address,message_direction\n";

    private final Admin.Tenant tenant = Admin.tenant();
    private final String group = tenant.group("Sunset", ",\"alias\":\"sunset\",\"externalRef\":\"ext-1\"")
            .path("id")
            .asText();

    @Test
    void storesTextMessages() {
        var done = csv(
                "sms",
                SMS_HEADER + "c-1,m-1,2026-01-31T10:00:00Z,sunset,\"Hello, you\",Ada,Byron,ref-1,"
                        + "+12025550143,ada@example.com,Inbound\n");

        assertRows(done, 1, 1, 0, 0);
        var stored = stored("Hello, you");
        assertThat(stored.path("channel").asText()).isEqualTo("sms");
        assertThat(stored.path("sentAt").asText()).isEqualTo("2026-01-31T10:00:00Z");
        assertThatJson(stored.path("attributes"))
                .isObject()
                .containsEntry("first_name", "Ada")
                .containsEntry("phone_number", "+12025550143")
                .containsEntry("sender_ext_ref", "ref-1")
                .containsEntry("email_address", "ada@example.com");
    }

    @Test
    void storesChats() {
        assertRows(
                csv("chat", SMS_HEADER + ",m-1,2026-01-31T10:00:00Z,ext-1,Hi,Ada,Byron,ref-1,,,Inbound\n"), 1, 1, 0, 0);

        assertThat(stored("Hi").path("channel").asText()).isEqualTo("web_chat");
        assertThatJson(stored("Hi").path("attributes")).isObject().containsEntry("name", "Ada Byron");
    }

    @Test
    void storesEmails() {
        var file =
                """
                [{"conversation_id":"c-1","message_id":"m-1","created_at":"2026-01-31 10:00:00","portfolio_id":"%s",
                  "message_text":"The plan is attached.","email_address":"ada@example.com","subject":"Floor plan",
                  "sent_to_email_address":"office@example.com","message_direction":"Outbound"}]"""
                        .formatted(group);

        assertRows(send("email", "application/json", file), 1, 1, 0, 0);
        assertThatJson(stored("The plan is attached.").path("attributes"))
                .isObject()
                .containsEntry("subject", "Floor plan")
                .containsEntry("to_email_addresses", "office@example.com")
                .containsEntry("message_direction", "Outbound");
    }

    @Test
    void storesCallRecordings() throws IOException {
        var file =
                """
                {"conversation_id":"c-1","message_id":"m-1","created_at":"2026-01-31T10:00:00","portfolio_id":"sunset",
                 "message_text":"Good morning","recording_url":"https://files.example.com/1.mp3",
                 "call_duration_in_sec":42,"number_dialed_by_user":"+12025550100"}""";
        var done = ImportFiles.finished(
                tenant,
                ImportFiles.send(tenant, "dialect=travtus&type=call-recording", "application/gzip", zipped(file)));

        assertRows(done, 1, 1, 0, 0);
        assertThatJson(stored("Good morning").path("attributes"))
                .isObject()
                .containsEntry("call_duration_in_sec", BigDecimal.valueOf(42))
                .containsEntry("recording_url", "https://files.example.com/1.mp3");
    }

    @Test
    void storesReviewsInTheGroupThatTheOperatorNames() {
        var file = "review_id,rating,display_name,is_anonymous,created_datetime,updated_datetime,comment\n"
                + "r-1,4.5,Ada,false,2026-01-31T10:00:00,,Lovely!\n";

        assertRows(send("review&groupId=sunset", CSV, file), 1, 1, 0, 0);
        assertThatJson(stored("Lovely!").path("attributes"))
                .isObject()
                .containsEntry("display_name", "Ada")
                .containsEntry("is_anonymous", "false")
                .containsEntry("rating", new BigDecimal("4.5"));
    }

    @Test
    void changesNothingWhenTheSameFileComesAgain() {
        var file = messages(1200);

        assertRows(csv("sms", file), 1200, 1200, 0, 0);
        assertRows(csv("sms", file), 1200, 0, 1200, 0);
        assertRows(csv("sms", file.replace("text 7,", "text seven,")), 1200, 1, 1199, 0);
        assertThat(stored("text seven").path("version").asInt()).isEqualTo(2);
    }

    /** Other bodies end at four megabytes. */
    @Test
    void takesAFileBeyondTheSizeOfOtherBodies() {
        var file = messages(5000).replace("text ", "x".repeat(1000) + " ");

        assertThat(file.length()).isGreaterThan(5 << 20);
        assertRows(csv("sms", file), 5000, 5000, 0, 0);
    }

    @Test
    void tellsWhichRowsItRefusedAndWhy() {
        var done = csv(
                "sms",
                SMS_HEADER
                        + "c,m-1,2026-01-31T10:00:00,nowhere,a,,,,+1,,\n"
                        + "c,m-2,2026-01-31T10:00:00,,a,,,,+1,,\n"
                        + "c,,yesterday,sunset,a,,,,+1,,\n"
                        + "c,m-4,2026-01-31T10:00:00,sunset,a,,,,+1,,Sideways\n"
                        + "c,m-5\n"
                        + "c,m-6,2026-01-31T10:00:00,sunset,kept,,,,+1,,\n");

        assertRows(done, 6, 1, 0, 5);
        assertThat(stored("kept").path("channel").asText()).isEqualTo("sms");
        assertThatJson(done.path("refusals"))
                .isEqualTo(
                        """
                        [{"row": 1, "line": 2, "reason": "portfolio_id: no group has this id."},
                         {"row": 2, "line": 3, "reason": "portfolio_id: This field is required."},
                         {"row": 3, "line": 4, "reason": "created_at: %s message_id: This field is required."},
                         {"row": 4, "line": 5, "reason": "message_direction: \\"Sideways\\" is not a valid choice."},
                         {"row": 5, "line": 6, "reason": "the line has 2 columns, the header 11"}]"""
                                .formatted(WireTime.WRONG_FORMAT));
    }

    @Test
    void neverReachesAnotherTenantsGroup() {
        var foreign = Admin.tenant().group("Foreign", "").path("id").asText();

        assertRows(csv("sms", SMS_HEADER + "c,m,2026-01-31T10:00:00," + foreign + ",a,,,,+1,,\n"), 1, 0, 0, 1);
    }

    @Test
    void keepsWhatCameBeforeBrokenJson() {
        var row = "{\"message_id\":\"m-1\",\"created_at\":\"2026-01-31T10:00:00\",\"portfolio_id\":\"sunset\"}";
        var done = send("chat", "application/json", "[" + row + ",\n{\"message_id\"");

        assertThat(done.path("status").asText()).isEqualTo("failed");
        assertThat(done.path("failure").asText()).isEqualTo("line 2 is not well-formed JSON");
        assertThat(done.path("rowsStored").asInt()).isOne();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "type=sms",
                "dialect=travtus",
                "dialect=travtus&type=fax",
                "dialect=jitsudo&type=sms",
                "dialect=travtus&type=sms&groupId=nowhere",
                "dialect=travtus&type=sms&colour=red"
            })
    void refusesAnImportThatIsNoneOfTheDialects(String query) {
        var answer = ImportFiles.send(tenant, query, CSV, SMS_HEADER.getBytes(StandardCharsets.UTF_8));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.mediaType()).isEqualTo("application/problem+json");
    }

    private JsonNode csv(String type, String file) {
        return send(type, CSV, file);
    }

    private JsonNode send(String type, String mediaType, String file) {
        Answer answer = ImportFiles.send(
                tenant, "dialect=travtus&type=" + type, mediaType, file.getBytes(StandardCharsets.UTF_8));
        return ImportFiles.finished(tenant, answer);
    }

    private static String messages(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "c-%d,m-%d,2026-01-31T10:00:00Z,sunset,text %d,,,,+12025550143,,Inbound"
                        .formatted(i % 50, i, i))
                .collect(Collectors.joining("\n", SMS_HEADER, "\n"));
    }

    private JsonNode stored(String text) {
        var found = Admin.get(tenant.path("/messages?limit=250")).json().path("items");
        var next = 0;
        while (next < found.size() && !found.get(next).path("text").asText().equals(text)) {
            next++;
        }
        assertThat(next).as("stored: " + text).isLessThan(found.size());
        return found.get(next);
    }

    private static void assertRows(JsonNode done, int read, int stored, int unchanged, int refused) {
        assertThatJson(done)
                .isObject()
                .containsEntry("status", "finished")
                .containsEntry("rowsRead", BigDecimal.valueOf(read))
                .containsEntry("rowsStored", BigDecimal.valueOf(stored))
                .containsEntry("rowsUnchanged", BigDecimal.valueOf(unchanged))
                .containsEntry("rowsRefused", BigDecimal.valueOf(refused));
    }

    private static byte[] zipped(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
