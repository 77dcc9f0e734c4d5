package io.parlance.dialect.mews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.parlance.generated.mews.ApiClient;
import io.parlance.generated.mews.ApiException;
import io.parlance.generated.mews.MessageThreadsApi;
import io.parlance.generated.mews.MessagesApi;
import io.parlance.generated.mews.model.AddedMessage;
import io.parlance.generated.mews.model.AddedMessageResult;
import io.parlance.generated.mews.model.Limitation;
import io.parlance.generated.mews.model.Message;
import io.parlance.generated.mews.model.MessageAddParameters;
import io.parlance.generated.mews.model.MessageThread;
import io.parlance.generated.mews.model.MessageThreadAddParameters;
import io.parlance.generated.mews.model.MessageThreadsGetAllParameters;
import io.parlance.generated.mews.model.MessagesAddParameters;
import io.parlance.generated.mews.model.MessagesGetAllParameters;
import io.parlance.generated.mews.model.SenderObject;
import io.parlance.generated.mews.model.SenderType;
import io.parlance.it.TestServer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** All operations by a client that is generated from the document and refuses every member it does not know. */
class MewsGeneratedClientIT {
    private static final String CLIENT = "Generated Client 1.0.0";

    private final MewsTenant mews = new MewsTenant("{}");
    private final ApiClient client = client();
    private final MessagesApi messages = new MessagesApi(client);
    private final MessageThreadsApi threads = new MessageThreadsApi(client);

    @Test
    void addsMessages() throws ApiException {
        var added = add(mews, UUID.fromString(mews.thread), "Good morning");

        assertThat(added).singleElement().satisfies(one -> {
            assertThat(one.getIdentifier()).isEqualTo("Good morning!");
            assertThat(one.getMessage().getText()).isEqualTo("Good morning");
            assertThat(one.getMessage().getMessageThreadId()).isEqualTo(UUID.fromString(mews.thread));
            assertThat(one.getMessage().getSender().getActualInstance()).isEqualTo(SenderType.APPLICATION);
            assertThat(one.getMessage().getCreatedUtc().getNano()).isZero();
        });
    }

    @Test
    void readsTheObjectFormOfTheSenderToo() throws ApiException {
        var modern = new MewsTenant("{\"mews.senderFormat\":\"object\"}");
        var sender = add(modern, UUID.fromString(modern.thread), "Hello")
                .get(0)
                .getMessage()
                .getSender();

        assertThat(sender.getActualInstance()).isInstanceOf(SenderObject.class);
        assertThat(sender.getSenderObject().getDiscriminator()).isEqualTo(SenderType.APPLICATION);
    }

    @Test
    void startsAThreadWritesInItAndReadsBothAgain() throws ApiException {
        var thread = start("Late arrival");
        var texts = IntStream.range(0, 5).mapToObj(i -> "text " + i).toList();
        add(mews, thread.getId(), texts.toArray(String[]::new));

        assertThat(thread.getOriginalSender()).isEqualTo("Ada Byron");
        assertThat(thread.getIsResolved()).isFalse();
        assertThat(list(thread.getId()))
                .extracting(Message::getText)
                .containsExactly("text 4", "text 3", "text 2", "text 1", "text 0");
        var found = threads.messageThreadsGetAll(
                        new MessageThreadsGetAllParameters()
                                .clientToken(mews.clientToken)
                                .accessToken(mews.accessToken)
                                .client(CLIENT)
                                .messageThreadIds(List.of(thread.getId()))
                                .limitation(new Limitation().count(10)),
                        null)
                .getMessageThreads();
        assertThat(found).singleElement().satisfies(one -> assertThat(one.getSubject())
                .isEqualTo("Late arrival"));
    }

    @Test
    void getsTheErrorObjectOfARefusal() {
        assertThatThrownBy(() -> add(mews, UUID.randomUUID(), "x"))
                .isInstanceOfSatisfying(ApiException.class, refused -> {
                    assertThat(refused.getCode()).isEqualTo(400);
                    assertThat(refused.getResponseBody()).contains("\"Message\":\"Invalid MessageThreadId\"");
                });
    }

    /** Otherwise the other tests would show nothing. */
    @Test
    void refusesAMemberThatIsNotInTheDocument() {
        var unknown = "{\"Messages\":[],\"Colour\":1}";

        assertThatThrownBy(() -> client.getObjectMapper().readValue(unknown, AddedMessageResult.class))
                .isInstanceOf(UnrecognizedPropertyException.class);
    }

    private List<AddedMessage> add(MewsTenant tenant, UUID thread, String... texts) throws ApiException {
        var request = new MessagesAddParameters()
                .clientToken(tenant.clientToken)
                .accessToken(tenant.accessToken)
                .client(CLIENT);
        for (var text : texts) {
            request.addMessagesItem(new MessageAddParameters()
                    .messageThreadId(thread)
                    .text(text)
                    .identifier(text + "!"));
        }
        return messages.messagesAdd(request, null).getMessages();
    }

    private MessageThread start(String subject) throws ApiException {
        return threads.messageThreadsAdd(
                        new MessageThreadAddParameters()
                                .clientToken(mews.clientToken)
                                .accessToken(mews.accessToken)
                                .client(CLIENT)
                                .originalSender("Ada Byron")
                                .subject(subject),
                        null)
                .getMessageThreads()
                .get(0);
    }

    /** All pages of two, until the cursor is null. */
    private List<Message> list(UUID thread) throws ApiException {
        var found = new ArrayList<Message>();
        UUID cursor = null;
        do {
            var page = messages.messagesGetAll(
                    new MessagesGetAllParameters()
                            .clientToken(mews.clientToken)
                            .accessToken(mews.accessToken)
                            .client(CLIENT)
                            .messageThreadIds(List.of(thread))
                            .limitation(new Limitation().count(2).cursor(cursor)),
                    null);
            found.addAll(page.getMessages());
            cursor = page.getCursor();
        } while (cursor != null);
        return found;
    }

    private static ApiClient client() {
        var client = new ApiClient();
        client.updateBaseUri(TestServer.baseUri().toString());
        client.setObjectMapper(client.getObjectMapper().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES));
        return client;
    }
}
