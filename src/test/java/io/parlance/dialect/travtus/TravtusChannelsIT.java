package io.parlance.dialect.travtus;

import static io.parlance.dialect.travtus.TravtusTenant.assertAccepted;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.it.Http;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All channels of {@code POST /messages/}, with every member that the reference has. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TravtusChannelsIT {
    private final TravtusTenant travtus = new TravtusTenant();

    /** The request of the reference's first page, byte for byte but for the address of its broken curl. */
    @Test
    void storesTheReviewOfTheReference() {
        var own = new TravtusTenant();
        own.group("Group 1", ",\"alias\":\"group-id-1\"");

        assertAccepted(Http.post("/messages/")
                .header("Content-Type", "application/json")
                .header("Authorization", "bearer " + own.token)
                .body(
                        """
                        {
                            "group_id": "group-id-1",
                            "channel": "review",
                            "review": {
                              "source": "google",
                              "review_id": "review-1",
                              "title": "Very good apartment and service!",
                              "comment": "Lovely apartment, great rent and service, would recommend!",
                              "rating": 5,
                              "created_datetime": "2023-01-01T00:00:00"
                            }
                        }""")
                .send());

        assertThatJson(own.stored("review-1"))
                .isObject()
                .containsEntry("channel", "review")
                .containsEntry("source", "google")
                .containsEntry("text", "Lovely apartment, great rent and service, would recommend!")
                .containsEntry("sentAt", "2023-01-01T00:00:00Z");
        assertThatJson(own.stored("review-1").path("attributes"))
                .isEqualTo(
                        """
                        {"message_direction": "Inbound", "title": "Very good apartment and service!", "rating": 5,
                         "created_datetime": "2023-01-01T00:00:00"}""");
    }

    @Test
    void storesATextMessageWithAllItsMembers() {
        var sms =
                """
                {"source": "twilio", "message_id": "SM123", "text": "Hello, I'm interested in the apartment.",
                 "created_datetime": "2024-03-15T11:30:00Z", "phone_number": "+1234567890",
                 "conversation_id": "conv_abc123", "sent_to_phone_number": "+1987654321", "agent_id": "a-1",
                 "agent_full_name": "Ann Agent", "agent_first_name": "Ann", "agent_last_name": "Agent",
                 "agent_phone_number": "+1555"}""";
        assertAccepted(travtus.message(
                """
                "channel": "sms", "first_name": "Ada", "last_name": "Byron", "message_uri": "sms:SM123",
                "attachment_urls": ["https://example.org/1.png"], "message_direction": "Inbound", "sms": %s"""
                        .formatted(sms)));

        var stored = travtus.stored("SM123");
        assertThatJson(stored)
                .isObject()
                .containsEntry("channel", "sms")
                .containsEntry("source", "twilio")
                .containsEntry("text", "Hello, I'm interested in the apartment.")
                .containsEntry("sentAt", "2024-03-15T11:30:00Z");
        assertThatJson(stored.path("author")).isEqualTo("{\"type\":\"sender\",\"id\":\"+1234567890\",\"userId\":null}");
        assertThatJson(stored.path("attributes"))
                .isEqualTo(
                        """
                        {"first_name": "Ada", "last_name": "Byron", "message_uri": "sms:SM123",
                         "attachment_urls": ["https://example.org/1.png"], "message_direction": "Inbound",
                         "created_datetime": "2024-03-15T11:30:00Z", "phone_number": "+1234567890",
                         "conversation_id": "conv_abc123", "sent_to_phone_number": "+1987654321", "agent_id": "a-1",
                         "agent_full_name": "Ann Agent", "agent_first_name": "Ann", "agent_last_name": "Agent",
                         "agent_phone_number": "+1555"}""");
    }

    @Test
    void storesAnEmailWithAllItsMembers() {
        var email =
                """
                {"source": "sendgrid", "message_id": "email-1", "text": "I would love to learn more.",
                 "created_datetime": "2024-03-15T11:31:02.123456", "from_email_address": "resident@example.com",
                 "to_email_addresses": "leasing@example.com, office@example.com", "subject": "Interested in unit 2A",
                 "conversation_id": "mail-thread", "references": ["<1@example.com>"], "in_reply_to": "<1@example.com>",
                 "agent_id": "a-2", "agent_full_name": "Ann Agent", "agent_first_name": "Ann",
                 "agent_last_name": "Agent", "agent_email_address": "ann@example.com"}""";
        assertAccepted(
                travtus.message("\"channel\": \"email\", \"message_direction\": \"outbound\", \"email\": " + email));

        var stored = travtus.stored("email-1");
        assertThat(stored.path("text").asText()).isEqualTo("I would love to learn more.");
        assertThat(stored.path("sentAt").asText()).isEqualTo("2024-03-15T11:31:02.123456Z");
        assertThatJson(stored.path("author")).isEqualTo("{\"type\":\"agent\",\"id\":\"a-2\",\"userId\":null}");
        assertThatJson(stored.path("attributes"))
                .isEqualTo(
                        """
                        {"message_direction": "Outbound", "created_datetime": "2024-03-15T11:31:02.123456",
                         "from_email_address": "resident@example.com",
                         "to_email_addresses": "leasing@example.com, office@example.com",
                         "subject": "Interested in unit 2A", "conversation_id": "mail-thread",
                         "references": ["<1@example.com>"], "in_reply_to": "<1@example.com>", "agent_id": "a-2",
                         "agent_full_name": "Ann Agent", "agent_first_name": "Ann", "agent_last_name": "Agent",
                         "agent_email_address": "ann@example.com"}""");
        assertThat(thread(stored.path("threadId").asText(), "/subject")).isEqualTo("Interested in unit 2A");
    }

    @Test
    void takesRecipientsAsAnArrayAndNoReferencesAtAll() {
        assertAccepted(
                travtus.message(
                        """
                "channel": "email", "email": {"message_id": "email-2", "text": "", "subject": "",
                  "created_datetime": "2024-03-15 11:31:02", "from_email_address": "a@example.com",
                  "to_email_addresses": ["b@example.com"], "conversation_id": "c"}"""));

        var stored = travtus.stored("email-2");
        assertThat(stored.path("source").asText()).isEqualTo("unknown");
        assertThatJson(stored.path("attributes"))
                .isObject()
                .containsEntry("to_email_addresses", java.util.List.of("b@example.com"))
                .containsEntry("references", java.util.List.of());
    }

    @Test
    void storesAChatWithAllItsMembers() {
        assertAccepted(
                travtus.message(
                        """
                "channel": "web_chat", "web_chat": {"source": "chat_service", "message_id": "msg_1",
                  "text": "Hello, I have a question.", "created_datetime": "2024-03-15T11:30:00Z",
                  "conversation_id": "conv_chat", "sender_ext_ref": "user_456", "name": "John Doe",
                  "agent_id": "agent_123"}"""));

        var stored = travtus.stored("msg_1");
        assertThatJson(stored.path("author")).isEqualTo("{\"type\":\"sender\",\"id\":\"user_456\",\"userId\":null}");
        assertThatJson(stored.path("attributes"))
                .isEqualTo(
                        """
                        {"message_direction": "Inbound", "created_datetime": "2024-03-15T11:30:00Z",
                         "conversation_id": "conv_chat", "sender_ext_ref": "user_456", "name": "John Doe",
                         "agent_id": "agent_123"}""");
    }

    @Test
    void storesACallWithAllItsMembers() {
        assertAccepted(
                travtus.message(
                        """
                "channel": "call_transcript", "message_uri": "voice:call-1", "call_transcript": {"source": "dialer",
                  "message_id": "call-1", "created_datetime": "2024-03-15T11:30:00Z", "conversation_id": "conv_call",
                  "recording_url": "https://example.org/call-1.mp3", "text": "Hello?", "phone_number": "+1234",
                  "number_dialed_by_user": "+1888", "call_status": "no-answer", "forwarding_number": "+1999",
                  "agent_id": "a", "agent_full_name": "Ann Agent", "agent_first_name": "Ann",
                  "agent_last_name": "Agent", "agent_phone_number": "+1555", "call_duration_in_sec": 61,
                  "call_handle_time": "70", "call_queue_wait_time": 5.0}"""));

        var stored = travtus.stored("call-1");
        assertThat(stored.path("text").asText()).isEqualTo("Hello?");
        assertThatJson(stored.path("attributes"))
                .isEqualTo(
                        """
                        {"message_direction": "Inbound", "message_uri": "voice:call-1",
                         "created_datetime": "2024-03-15T11:30:00Z", "conversation_id": "conv_call",
                         "recording_url": "https://example.org/call-1.mp3", "phone_number": "+1234",
                         "number_dialed_by_user": "+1888", "call_status": "no-answer", "forwarding_number": "+1999",
                         "agent_id": "a", "agent_full_name": "Ann Agent", "agent_first_name": "Ann",
                         "agent_last_name": "Agent", "agent_phone_number": "+1555", "call_duration_in_sec": 61,
                         "call_handle_time": 70, "call_queue_wait_time": 5}""");
    }

    @Test
    void storesACallThatNobodyAnsweredOrWroteDown() {
        assertAccepted(
                travtus.message(
                        """
                "channel": "call_transcript", "call_transcript": {"message_id": "call-2",
                  "created_datetime": "2024-03-15T11:30:00Z", "conversation_id": "c", "recording_url": "u"}"""));

        var stored = travtus.stored("call-2");
        assertThat(stored.path("text").asText()).isEmpty();
        assertThatJson(stored.path("author")).isEqualTo("{\"type\":\"sender\",\"id\":\"unknown\",\"userId\":null}");
    }

    @Test
    void ignoresUnknownMembersAndTheObjectsOfOtherChannels() {
        assertAccepted(
                travtus.message(
                        """
                "channel": "web_chat", "anything": [1], "sms": {"message_id": 5}, "review": "none",
                "web_chat": {"message_id": "msg_2", "text": "t", "created_datetime": "2024-03-15T11:30:00Z",
                  "future": {"a": 1}}"""));
    }

    @ParameterizedTest
    @CsvSource({
        "sms, '{\"message_id\":\"up\",\"text\":\"%s\",\"created_datetime\":\"2024-03-15T11:30:00Z\","
                + "\"phone_number\":\"+1\",\"conversation_id\":\"u\",\"source\":\"%s\"}'",
        "email, '{\"message_id\":\"up\",\"text\":\"%s\",\"created_datetime\":\"2024-03-15T11:30:00Z\","
                + "\"from_email_address\":\"a\",\"to_email_addresses\":\"b\",\"subject\":\"s\","
                + "\"conversation_id\":\"u\",\"source\":\"%s\"}'",
        "web_chat, '{\"message_id\":\"up\",\"text\":\"%s\",\"created_datetime\":\"2024-03-15T11:30:00Z\","
                + "\"source\":\"%s\"}'",
        "call_transcript, '{\"message_id\":\"up\",\"text\":\"%s\",\"created_datetime\":\"2024-03-15T11:30:00Z\","
                + "\"recording_url\":\"r\",\"conversation_id\":\"u\",\"source\":\"%s\"}'",
        "review, '{\"review_id\":\"up\",\"comment\":\"%s\",\"title\":\"%s\"}'"
    })
    void updatesWhatIsKnownByGroupChannelSourceAndId(String channel, String object) {
        var own = new TravtusTenant();
        var members = "\"channel\":\"" + channel + "\",\"" + channel + "\":" + object;
        var first = own.message(members.formatted("first", "one"));
        var second = own.message(members.formatted("second", "one"));
        var again = own.message(members.formatted("second", "one"));

        assertThat(first.body()).isNotEqualTo(second.body()).isNotEqualTo(again.body());
        assertThat(own.tenant.messages().findValuesAsText("text")).containsExactly("second");
        assertThat(own.stored("up").path("version").asInt()).isEqualTo(2);

        own.messageTo(own.group("Other", ""), members.formatted("of another group", "one"));
        int sources = channel.equals("review") ? 0 : 1; // a review has one source, and its title tells no other
        own.message(members.formatted(sources == 1 ? "of another source" : "second", sources == 1 ? "two" : "one"));
        assertThat(own.tenant.messages()).hasSize(2 + sources);
    }

    private String thread(String id, String pointer) {
        return io.parlance.it.Admin.get(travtus.tenant.path("/threads/" + id))
                .json()
                .at(pointer)
                .asText();
    }
}
