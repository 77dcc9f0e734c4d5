package io.parlance.core.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.core.store.Ids;
import io.parlance.core.store.Sql;
import io.parlance.core.store.TestSql;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** That a search answers the same whether it looks into threads or asks the index. */
class InboxSearchIT {
    private static final InboxSearch SEARCH = new InboxSearch();
    private static Sql sql;

    private final UUID tenant = UUID.randomUUID();
    private final UUID person = UUID.randomUUID();

    @BeforeAll
    static void open() {
        sql = TestSql.on("parlance_inbox_search");
        SEARCH.sql = sql;
        SEARCH.inbox = new Inbox();
        SEARCH.inbox.sql = sql;
    }

    @BeforeEach
    void clear() {
        sql.update("truncate inbox_entry, message_words");
    }

    @Test
    void findsARareWordBehindManyThreadsByTheIndex() {
        var old = thread(List.of("rarity word"), "active", 0);
        var older = thread(List.of("plain"), "active", 0);
        for (int i = 0; i < 400; i++) {
            thread(List.of("common word " + i), "active", 0);
        }
        assertThat(search("rari", 0)).containsExactly(old);
        assertThat(search("plain", 0)).containsExactly(older);
        assertThat(search("common word", 397)).hasSize(3);
        assertThat(search("word", 400)).containsExactly(old);
        assertThat(search("absent", 0)).isEmpty();
    }

    @Test
    void findsWhatLiesDeepInALongThreadInItsPlace() {
        var texts = new ArrayList<>(List.of("needle"));
        for (int i = 0; i < 60; i++) {
            texts.add("hay");
        }
        var shallow = thread(List.of("needle"), "active", 0);
        var deep = thread(texts, "active", 0);
        var newest = thread(List.of("needle"), "active", 0);

        assertThat(search("needle", 0)).containsExactly(newest, deep, shallow);
        assertThat(SEARCH.list(tenant, person, InboxView.ACTIVE, "needle", 0, 1))
                .extracting(InboxEntry::threadId)
                .containsExactly(newest);
    }

    @Test
    void findsAWordThatIsFrequentInOldThreadsOnly() {
        var old = new ArrayList<UUID>();
        for (int i = 0; i < 5; i++) {
            old.add(0, thread(List.of("needle"), "active", 0));
        }
        manyMessages(old.get(2), 3100);
        for (int i = 0; i < 310; i++) {
            thread(List.of(i == 100 ? "hidden needle" : "hay", "hay"), "active", i == 100 ? 1 : 0);
        }
        var newest = thread(List.of("needle"), "active", 0);

        assertThat(search("needle", 0))
                .startsWith(newest)
                .endsWith(old.toArray(UUID[]::new))
                .hasSize(6);
        assertThat(search("needle", 1)).containsExactlyElementsOf(old);
        assertThat(search("needle", 4)).containsExactlyElementsOf(old.subList(3, 5));
        assertThat(search("needle", Integer.MAX_VALUE)).isEmpty();
        assertThat(SEARCH.list(tenant, person, InboxView.ACTIVE, "needle", 0, 2))
                .extracting(InboxEntry::threadId)
                .containsExactly(newest, old.get(0));
    }

    /** More of a frequent word in a thread that stays as old as it is. */
    private void manyMessages(UUID thread, int count) {
        sql.update(
                "insert into message_words select ?, ?, (repeat('0', 24) || lpad(i::text, 8, '0'))::uuid, array[?::uuid],"
                        + " 'needle'::tsvector from generate_series(1, ?) i",
                tenant,
                thread,
                person,
                count);
    }

    @Test
    void findsByNeitherWayWhatIsHiddenOrElsewhereOrSomebodyElses() {
        var long60 = new ArrayList<>(List.of("needle"));
        for (int i = 0; i < 60; i++) {
            long60.add("hay");
        }
        thread(long60, "active", 1);
        thread(List.of("needle", "hay"), "active", 1);
        thread(List.of("needle"), "archived", 0);
        thread(List.of("needle"), "deleted", 0);
        assertThat(search("needle", 0)).isEmpty();
        assertThat(SEARCH.list(tenant, UUID.randomUUID(), InboxView.ACTIVE, "needle", 0, 10))
                .isEmpty();
        assertThat(SEARCH.list(UUID.randomUUID(), person, InboxView.ACTIVE, "needle", 0, 10))
                .isEmpty();
    }

    private List<UUID> search(String text, long offset) {
        return SEARCH.list(tenant, person, InboxView.ACTIVE, text, offset, 10).stream()
                .map(InboxEntry::threadId)
                .toList();
    }

    /** A thread of these messages, the first few of which the person has deleted. */
    private UUID thread(List<String> texts, String place, int hidden) {
        var thread = UUID.randomUUID();
        var ids = texts.stream().map(text -> Ids.next()).toList();
        for (int i = 0; i < texts.size(); i++) {
            sql.update(
                    "insert into message_words values (?, ?, ?, array[?::uuid], array_to_tsvector(string_to_array(?, ' ')))",
                    tenant,
                    thread,
                    ids.get(i),
                    person,
                    texts.get(i));
        }
        sql.update(
                "insert into inbox_entry values (?, ?, ?, ?, ?, false, ?::uuid)",
                tenant,
                person,
                thread,
                ids.get(ids.size() - 1),
                place,
                hidden == 0 ? null : ids.get(hidden - 1).toString());
        return thread;
    }
}
