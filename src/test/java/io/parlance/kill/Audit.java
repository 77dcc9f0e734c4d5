package io.parlance.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.it.Admin;
import io.parlance.run.EmbeddedDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Compares what is stored with what the clients know.
 *
 * @param stored texts of all stored messages, one for each message
 */
public record Audit(List<String> stored) {

    /** What an operator sees: all pages of the list of messages. */
    public static Audit byHttp(Admin.Tenant tenant) {
        var texts = new ArrayList<String>();
        var cursor = "";
        do {
            var page = tenant.admin().get(tenant.path("/messages?limit=250&cursor=" + cursor));
            assertThat(page.status()).as(page.body()).isEqualTo(200);
            texts.addAll(page.json().path("items").findValuesAsText("text"));
            cursor = page.json().path("nextCursor").asText();
        } while (!cursor.equals("null"));
        return new Audit(texts);
    }

    public static Audit bySql(EmbeddedDatabase database) throws SQLException {
        return new Audit(query(database, "select body from message"));
    }

    /** Every acknowledged message is there once, and a request that nobody knows about is there whole or not at all. */
    public void check(Ledger ledger) {
        var counts = stored.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        assertThat(counts.values()).as("times a message is stored").containsOnly(1L);
        assertThat(missing(ledger.acknowledged(), counts))
                .as("acknowledged and lost")
                .isEmpty();
        assertThat(ledger.unknown()).as("requests whose outcome is unknown").allSatisfy(post -> assertThat(
                        found(post, counts))
                .isIn(0L, (long) post.texts().size()));
        var posted = posted(ledger);
        assertThat(counts.keySet().stream().filter(text -> !posted.contains(text)))
                .as("stored and never sent")
                .isEmpty();
    }

    private static List<String> missing(Collection<Post> posts, Map<String, Long> counts) {
        return posts.stream()
                .flatMap(post -> post.texts().stream())
                .filter(text -> !counts.containsKey(text))
                .toList();
    }

    private static long found(Post post, Map<String, Long> counts) {
        return post.texts().stream().filter(counts::containsKey).count();
    }

    private static Collection<String> posted(Ledger ledger) {
        var posts = new ArrayList<>(ledger.acknowledged());
        posts.addAll(ledger.unknown());
        return posts.stream().flatMap(post -> post.texts().stream()).collect(Collectors.toCollection(HashSet::new));
    }

    /** How many of the requests whose outcome the clients do not know are stored. */
    long storedOfUnknown(Ledger ledger) {
        var texts = new HashSet<>(stored);
        return ledger.unknown().stream()
                .filter(post -> texts.containsAll(post.texts()))
                .count();
    }

    /** Every message has one event, every event its message, every natural key the one version there is. */
    public static void checkCompanions(EmbeddedDatabase database) throws SQLException {
        assertThat(query(
                        database,
                        "select m.body from message m left join outbox_event o"
                                + " on o.tenant_id = m.tenant_id and o.message_id = m.id"
                                + " group by m.id, m.body having count(o.id) <> 1"))
                .as("messages without exactly one event")
                .isEmpty();
        assertThat(query(
                        database,
                        "select o.id from outbox_event o where not exists"
                                + " (select 1 from message m where m.tenant_id = o.tenant_id and m.id = o.message_id)"))
                .as("events without a message")
                .isEmpty();
        assertThat(query(
                        database,
                        "select coalesce(e.external_id, m.external_id) from external_message e full join message m"
                                + " on m.tenant_id = e.tenant_id and m.id = e.message_id and m.version = e.version"
                                + " where (m.id is null or e.message_id is null or e.version <> 1)"
                                + " and coalesce(e.external_id, m.external_id) is not null"))
                .as("natural keys that do not point to the one version")
                .isEmpty();
    }

    private static List<String> query(EmbeddedDatabase database, String sql) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var values = new ArrayList<String>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }
}
