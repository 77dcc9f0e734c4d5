package io.parlance.dialect.mews;

import static io.parlance.dialect.mews.MewsBodies.APPLICATION;
import static io.parlance.dialect.mews.MewsBodies.GROUP;
import static io.parlance.dialect.mews.MewsBodies.TENANT;
import static io.parlance.dialect.mews.MewsBodies.THREAD;
import static io.parlance.dialect.mews.MewsBodies.caller;
import static io.parlance.dialect.mews.MewsBodies.messages;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.parlance.core.message.Author;
import io.parlance.core.message.MessageDraft;
import io.parlance.core.tenant.GroupDirectory;
import io.parlance.core.thread.MessageThread;
import io.parlance.core.thread.ThreadDirectory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTranslatorTest {
    private static final String ITEM =
            """
            {"MessageThreadId": "8d02142f-31cf-4115-90bf-ae5200c7a1ba", "Text": "%s"%s}""";

    private final KnownThreads threads = new KnownThreads();
    private final MessageTranslator translator = new MessageTranslator();

    @BeforeEach
    void openThread() {
        translator.enterprises = new Enterprises();
        translator.enterprises.groups = new EveryGroup();
        translator.threads = new ThreadAccess();
        translator.threads.enterprises = translator.enterprises;
        translator.threads.threads = threads;
        threads.known.add(thread(THREAD, "mews", APPLICATION, GROUP));
    }

    @Test
    void makesADraftOfEachItemInTheirOrder() {
        var drafts = translate(item("one", ", \"Identifier\": \"1\"") + "," + item("two", ", \"Identifier\": null"));
        var author = Author.of("Application", APPLICATION.toString());
        assertThat(drafts)
                .containsExactly(
                        MessageDraft.plain(THREAD, author, "one").identifier("1"),
                        MessageDraft.plain(THREAD, author, "two"));
    }

    @Test
    void acceptsNoItemsWithoutAQuery() {
        assertThat(translate("")).isEmpty();
        assertThat(threads.queries).isZero();
    }

    @Test
    void looksUpAllThreadsByOneQuery() {
        var other = UUID.fromString("8d02142f-31cf-4115-90bf-ae5200c7a1bb");
        threads.known.add(thread(other, "mews", APPLICATION, null));
        var items = item("a", "") + "," + item("b", "").replace("c7a1ba", "C7A1BB") + "," + item("c", "");
        assertThat(translate(items)).extracting(MessageDraft::threadId).containsExactly(THREAD, other, THREAD);
        assertThat(threads.queries).isOne();
    }

    @Test
    void ignoresTokensRepeatedInItemsAndUnknownMembers() {
        assertThat(translate(item("a", ", \"ClientToken\": 1, \"AccessToken\": null, \"Client\": {}, \"More\": []")))
                .hasSize(1);
    }

    @Test
    void keepsTextAsItIs() {
        assertThat(translate(item(" \uD83C\uDF1E <b>\\n ", "")))
                .extracting(MessageDraft::body)
                .containsExactly(" \uD83C\uDF1E <b>\n ");
    }

    @Test
    void takesAThousandItemsAndNoMore() {
        assertThat(translate(String.join(",", Collections.nCopies(1000, item("a", "")))))
                .hasSize(1000);
        assertInvalid(messages(String.join(",", Collections.nCopies(1001, item("a", "")))), "Invalid Messages");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"Messages\": null}", "{\"Messages\": {}}", "{\"Messages\": [1]}"})
    void requiresAnArrayOfObjects(String body) {
        assertInvalid(MewsBodies.json(body), "Invalid Messages");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "7", "\"\"", "\"8d02142f\"", "\"8d02142f31cf411590bfae5200c7a1ba\"", "{}"})
    void requiresAThreadIdThatIsAUuid(String id) {
        assertInvalid(messages("{\"MessageThreadId\": " + id + ", \"Text\": \"a\"}"), "Invalid MessageThreadId");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "7", "\"\"", "[\"a\"]"})
    void requiresText(String text) {
        var body = messages(item("a", "").replace("\"a\"", text));
        assertInvalid(body, "Invalid Text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "true", "{}", "[]"})
    void requiresAnIdentifierToBeAString(String identifier) {
        assertInvalid(messages(item("a", ", \"Identifier\": " + identifier)), "Invalid Identifier");
    }

    @Test
    void refusesAThreadThatDoesNotExist() {
        threads.known.clear();
        assertInvalidThread();
    }

    @Test
    void refusesAnotherApplicationsThread() {
        know(thread(THREAD, "mews", UUID.randomUUID(), GROUP));
        assertInvalidThread();
    }

    @Test
    void refusesAThreadThatNobodyOwns() {
        know(thread(THREAD, "mews", null, GROUP));
        assertInvalidThread();
    }

    @Test
    void refusesAnotherEnterprisesThread() {
        know(thread(THREAD, "mews", APPLICATION, UUID.randomUUID()));
        assertInvalidThread();
    }

    @Test
    void refusesAThreadOfAnotherDialect() {
        know(thread(THREAD, "highq", APPLICATION, GROUP));
        assertInvalidThread();
    }

    private void know(MessageThread thread) {
        threads.known.clear();
        threads.known.add(thread);
    }

    private void assertInvalidThread() {
        assertInvalid(messages(item("a", "")), "Invalid MessageThreadId");
    }

    private void assertInvalid(JsonNode body, String text) {
        assertThatThrownBy(() -> translator.translate(body, caller()))
                .isInstanceOfSatisfying(InvalidParameter.class, invalid -> assertThat(invalid.text())
                        .isEqualTo(text));
    }

    private List<MessageDraft> translate(String items) {
        return translator.translate(messages(items), caller());
    }

    private static String item(String text, String moreMembers) {
        return ITEM.formatted(text, moreMembers);
    }

    private static MessageThread thread(UUID id, String dialect, UUID application, UUID group) {
        return new MessageThread(
                TENANT,
                id,
                1,
                dialect,
                application,
                group,
                null,
                "s",
                null,
                "open",
                false,
                "{}",
                Instant.EPOCH,
                Instant.EPOCH);
    }

    /** Threads in memory; counts the look-ups. */
    private static final class KnownThreads extends ThreadDirectory {
        private final List<MessageThread> known = new ArrayList<>();
        private int queries;

        @Override
        public List<MessageThread> findAll(UUID tenantId, Collection<UUID> ids) {
            queries++;
            return known.stream()
                    .filter(thread -> thread.tenantId().equals(tenantId) && ids.contains(thread.id()))
                    .toList();
        }
    }

    /** A directory in which every group is alive. */
    private static final class EveryGroup extends GroupDirectory {
        @Override
        public Set<UUID> living(UUID tenantId, Collection<UUID> ids) {
            return Set.copyOf(ids);
        }
    }
}
