package io.parlance.admin;

import static io.parlance.admin.AdminApi.assertCreated;
import static io.parlance.admin.AdminApi.assertInvalid;
import static io.parlance.admin.AdminApi.assertProblem;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.it.Admin;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code /tenants/{tenant}/messages} and replies of the staff, by HTTP against the real server. */
class AdminMessagesIT {
    private Admin.Tenant tenant;
    private String messages;
    private String thread;

    @BeforeEach
    void provision() {
        tenant = Admin.tenant();
        messages = tenant.path("/messages");
        thread = AdminApi.id(tenant.thread("{\"dialect\":\"travtus\"}"));
    }

    private String reply(String text) {
        return AdminApi.id(assertCreated(
                AdminApi.post(tenant.path("/threads/" + thread + "/messages"), "{\"text\":\"%s\"}".formatted(text))));
    }

    @Test
    void answersTheWholeReply() {
        var answer = AdminApi.post(tenant.path("/threads/" + thread + "/messages"), "{\"text\":\"We are on it.\"}");

        assertCreated(answer);
        assertThatJson(answer.body())
                .isEqualTo(
                        """
                        {"id": "%s", "number": "${json-unit.any-number}", "dialect": "travtus", "threadId": "%s",
                         "channel": null,
                         "author": {"type": "staff", "id": "00000000-0000-0000-0000-000000000000", "userId": null},
                         "text": "We are on it.", "contentType": "text/plain", "identifier": null, "sentAt": null,
                         "source": null, "externalId": null, "version": 1, "attributes": {}, "createdAt": "%s"}"""
                                .formatted(AdminApi.ANY_ID, thread, AdminApi.ANY_TIME));
        assertThat(AdminApi.get(messages + "/" + AdminApi.id(answer.json())).json())
                .isEqualTo(answer.json());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{} | text", "{\"text\":\" \"} | text", "{\"text\":1} | text", "{\"text\":\"a\",\"to\":1} | to"})
    void refusesOtherReplies(String body, String field) {
        assertInvalid(AdminApi.post(tenant.path("/threads/" + thread + "/messages"), body), field);
    }

    @Test
    void showsWhatAClientPostedWithItsOutsideId() {
        var client = new MessagesOfATenant(tenant);
        client.post("lovely");

        var stored = tenant.messages().path(0);

        assertThatJson(stored.toString())
                .isObject()
                .containsEntry("dialect", "travtus")
                .containsEntry("channel", "review")
                .containsEntry("text", "lovely")
                .containsEntry("externalId", "lovely")
                .containsEntry("version", 1);
    }

    @Test
    void listsInPagesNewestFirst() {
        var ids = new ArrayList<>(
                Stream.of("1", "2", "3", "4", "5").map(this::reply).toList());
        Collections.reverse(ids);

        assertThat(AdminApi.pages(messages))
                .isEqualTo(List.of(ids.subList(0, 2), ids.subList(2, 4), ids.subList(4, 5)));
        assertThat(AdminApi.pages(messages + "?threadId=" + thread + "&dialect=travtus"))
                .hasSize(3);
    }

    @Test
    void narrowsTheListByThread() {
        var here = reply("here");
        var other = AdminApi.id(tenant.thread("{\"dialect\":\"travtus\"}"));
        AdminApi.post(tenant.path("/threads/" + other + "/messages"), "{\"text\":\"there\"}");

        assertThat(ids("?threadId=" + thread)).containsExactly(here);
        assertThat(ids("?threadId=" + AdminApi.NO_ID)).isEmpty();
    }

    @Test
    void narrowsTheListByTimeWithTheEndExcluded() {
        var id = reply("now");
        var time = AdminApi.get(messages + "/" + id).json().path("createdAt").asText();

        assertThat(ids("?from=" + time)).containsExactly(id);
        assertThat(ids("?to=" + time)).isEmpty();
        assertThat(ids("?from=2020-01-01T00:00:00Z&to=2099-01-01T00:00:00%2B02:00"))
                .containsExactly(id);
        assertThat(ids("?from=2099-01-01T00:00:00Z")).isEmpty();
    }

    private List<String> ids(String query) {
        var ids = new ArrayList<String>();
        AdminApi.get(messages + query).json().path("items").forEach(message -> ids.add(AdminApi.id(message)));
        return ids;
    }

    @ParameterizedTest
    @CsvSource({
        "dialect=smoke, dialect",
        "threadId=x, threadId",
        "from=yesterday, from",
        "to=2026-01-01, to",
        "from=, from",
        "thread=1, thread"
    })
    void refusesOtherParameters(String query, String field) {
        assertInvalid(AdminApi.get(messages + "?" + query), field);
    }

    @Test
    void showsNothingToAnotherTenant() {
        var id = reply("secret");
        var other = Admin.tenant();

        assertProblem(AdminApi.get(other.path("/messages/" + id)), 404);
        assertThat(AdminApi.get(other.path("/messages?threadId=" + thread))
                        .json()
                        .path("items"))
                .isEmpty();
    }
}
