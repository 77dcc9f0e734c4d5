package io.parlance.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.parlance.it.Admin;
import io.parlance.it.Answer;
import io.parlance.it.Http;
import io.parlance.it.TestServer;
import java.util.ArrayList;
import java.util.List;

/** Calls of the admin API, and what its refusals have in common. */
final class AdminApi {
    static final String BASE = "/admin/api/v1";
    static final String NO_ID = "00000000-0000-7000-8000-000000000000";
    static final String ANY_ID = "${json-unit.regex}[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    static final String ANY_TIME = "${json-unit.regex}20\\\\d\\\\d-\\\\d\\\\d-\\\\d\\\\dT[0-9:.]+Z";

    private AdminApi() {}

    static Answer get(String path) {
        return Admin.get(path);
    }

    static Answer post(String path, String json) {
        return Admin.call("POST", path, json);
    }

    static Answer patch(String path, String json) {
        return Admin.call("PATCH", path, json);
    }

    static Answer delete(String path) {
        return Http.request("DELETE", BASE + path)
                .bearer(TestServer.adminToken())
                .send();
    }

    static String id(JsonNode resource) {
        return resource.path("id").asText();
    }

    /** The answer to a POST that made something: its address leads to what was answered. */
    static JsonNode assertCreated(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.header("Location")).contains(BASE).endsWith("/" + id(answer.json()));
        return answer.json();
    }

    static void assertProblem(Answer answer, int status) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.mediaType()).isEqualTo("application/problem+json");
        assertThat(answer.json().path("status").asInt()).isEqualTo(status);
        assertThat(answer.json().path("title").asText()).isNotBlank();
    }

    /** A 400 whose errors name exactly these members or parameters. */
    static void assertInvalid(Answer answer, String... fields) {
        assertProblem(answer, 400);
        assertThat(answer.json().path("errors").findValuesAsText("field")).containsExactly(fields);
    }

    /** Follows the cursors from the first page on, two items each time; answers the ids page by page. */
    static List<List<String>> pages(String path) {
        var pages = new ArrayList<List<String>>();
        var cursor = "";
        do {
            var separator = path.contains("?") ? "&" : "?";
            var page = get(path + separator + "limit=2&cursor=" + cursor);
            assertThat(page.status()).as(page.body()).isEqualTo(200);
            var ids = new ArrayList<String>();
            page.json().path("items").forEach(item -> ids.add(id(item)));
            pages.add(ids);
            cursor = page.json().path("nextCursor").asText();
            assertThat(page.json().has("nextCursor")).isTrue();
        } while (!cursor.equals("null"));
        return pages;
    }
}
