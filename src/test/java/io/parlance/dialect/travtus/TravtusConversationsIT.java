package io.parlance.dialect.travtus;

import static io.parlance.dialect.travtus.TravtusTenant.assertAccepted;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.it.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Which messages are one thread. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TravtusConversationsIT {
    private final TravtusTenant travtus = new TravtusTenant();

    @Test
    void theSameConversationIdIsTheSameThreadWhateverTheChannel() {
        sms(travtus.group, "s-1", "c-1");
        sms(travtus.group, "s-2", "c-1");
        chat("w-1", ",\"conversation_id\":\"c-1\"");
        sms(travtus.group, "s-3", "c-2");

        assertThat(thread("s-2")).isEqualTo(thread("s-1"));
        assertThat(thread("w-1")).isEqualTo(thread("s-1"));
        assertThat(thread("s-3")).isNotEqualTo(thread("s-1"));
        assertThatJson(Admin.get(travtus.tenant.path("/threads/" + thread("s-1")))
                        .body())
                .isObject()
                .containsEntry("dialect", "travtus")
                .containsEntry("groupId", travtus.group)
                .containsEntry("attributes", java.util.Map.of("conversation_id", "c-1"));
    }

    @Test
    void theSameConversationIdOfAnotherGroupIsAnotherThread() {
        sms(travtus.group, "g-1", "shared");
        sms(travtus.group("Other", ""), "g-2", "shared");

        assertThat(thread("g-2")).isNotEqualTo(thread("g-1"));
    }

    @Test
    void theSameConversationIdOfAnotherTenantIsAnotherThread() {
        var other = new TravtusTenant();
        sms(travtus.group, "t-1", "everywhere");
        assertAccepted(other.message(sms("t-1", "everywhere")));

        assertThat(other.stored("t-1").path("threadId").asText()).isNotEqualTo(thread("t-1"));
        assertThat(other.tenant.messages()).hasSize(1);
    }

    @Test
    void aChatWithoutAConversationIdGetsOneThatARepetitionGetsToo() {
        chat("new-1", "");
        chat("new-2", ",\"conversation_id\":null");
        var generated =
                travtus.stored("new-1").at("/attributes/conversation_id").asText();
        var thread = thread("new-1");
        chat("new-1", ",\"name\":\"corrected\"");
        chat("new-3", ",\"conversation_id\":\"" + generated + "\"");

        assertThat(generated).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        assertThat(thread("new-1")).isEqualTo(thread);
        assertThat(travtus.stored("new-1").path("version").asInt()).isEqualTo(2);
        assertThat(thread("new-3")).isEqualTo(thread);
        assertThat(thread("new-2")).isNotEqualTo(thread);
    }

    @Test
    void reviewsOfAGroupAreOneThread() {
        assertAccepted(travtus.message("\"channel\":\"review\",\"review\":{\"review_id\":\"r-1\"}"));
        assertAccepted(travtus.message("\"channel\":\"review\",\"review\":{\"review_id\":\"r-2\"}"));

        assertThat(thread("r-2")).isEqualTo(thread("r-1"));
    }

    private void sms(String group, String id, String conversation) {
        assertAccepted(travtus.messageTo(group, sms(id, conversation)));
    }

    private static String sms(String id, String conversation) {
        return """
                "channel": "sms", "sms": {"message_id": "%s", "text": "t", "phone_number": "+1",
                  "created_datetime": "2024-03-15T11:30:00Z", "conversation_id": "%s"}"""
                .formatted(id, conversation);
    }

    private void chat(String id, String more) {
        assertAccepted(travtus.message(
                """
                "channel": "web_chat", "web_chat": {"message_id": "%s", "text": "t",
                  "created_datetime": "2024-03-15T11:30:00Z"%s}"""
                        .formatted(id, more)));
    }

    private String thread(String externalId) {
        return travtus.stored(externalId).path("threadId").asText();
    }
}
