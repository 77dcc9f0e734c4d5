package io.parlance.bench.anchor;

import io.parlance.run.EmbeddedDatabase;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;

/**
 * Fills the product's tables by SQL with conversations between people, as if they had been writing for long: 100,000 of ten
 * messages of twenty words each. Words are as unevenly frequent as those of a language.
 */
public final class Conversations {
    private static final int THREADS = 100_000;
    private static final int MESSAGES = 10;
    private static final int WORDS = 50_000;
    private static final int AT_ONCE = 10_000;

    /** Ids a second apart in a thread and eight seconds from thread to thread, all before now. */
    private static final String IDS =
            """
            create function pg_temp.id_at(n bigint) returns uuid language sql volatile as $$
              select (lpad(to_hex((extract(epoch from now()) * 1000)::bigint - n * 100), 12, '0') || '7'
                || substr(md5(random()::text), 1, 3) || '8' || substr(md5(random()::text), 1, 15))::uuid $$
            """;

    private static final String WORD = "create function pg_temp.word(n bigint) returns text language sql immutable as "
            + "$$ select translate(substr(md5(n::text), 1, 7), '0123456789', 'ghijklmnop') $$";

    private static final String FILL =
            """
            with t as materialized (
              select i, pg_temp.id_at(i * 11 + 11) id, array[
                  (?::uuid[])[case when i %% 2 = 0 then 1 else 2 + i %% 97 end], (?::uuid[])[2 + (i * 31) %% 98]] people
              from generate_series(?::bigint, ?::bigint) i
            ), opened as (
              insert into thread (tenant_id, id, number, dialect, status, resolved, attributes, created_at, updated_at)
              select ?::uuid, id, -i, 'highq', 'open', false, '{}', now(), now() from t
            ), joined as (
              insert into thread_participant (tenant_id, thread_id, user_id)
              select ?::uuid, id, unnest(people) from t on conflict do nothing
            ), m as materialized (
              select t.id thread_id, t.people, pg_temp.id_at(t.i * 11 + 10 - j) id, -(t.i * 10 + j) as number, j,
                (select string_agg(pg_temp.word(floor(power(%d, random()))::bigint), ' ')
                   from generate_series(1, 20 + (t.i * 0)::int)) body
              from t cross join generate_series(0, %d) j
            ), stored as (
              insert into message (tenant_id, id, number, thread_id, dialect, author_type, author_id, author_user_id, body,
                content_type, attributes, version, created_at)
              select ?::uuid, id, number, thread_id, 'highq', 'user', people[1]::text, people[1], body, 'text/html', '{}', 1,
                now() from m
            ), worded as (
              insert into message_words (tenant_id, thread_id, message_id, people, words)
              select ?::uuid, thread_id, id, people, array_to_tsvector(string_to_array(body, ' ')) from m
            )
            insert into inbox_entry (tenant_id, user_id, thread_id, last_message_id, place, unread)
            select ?::uuid, unnest(people), thread_id, id, case when number %% 70 = 9 then 'archived' else 'active' end,
              number %% 50 = 9 from m where j = %d
            on conflict do nothing
            """
                    .formatted(WORDS, MESSAGES - 1, MESSAGES - 1);

    private final EmbeddedDatabase cluster;
    private final String database;

    public Conversations(EmbeddedDatabase cluster, String database) {
        this.cluster = cluster;
        this.database = database;
    }

    /** The word of a rank, 1 for the most frequent; of 0 one that no message has. */
    public static String word(int rank) {
        try {
            var digest = MessageDigest.getInstance("MD5");
            var hex = HexFormat.of()
                    .formatHex(digest.digest(String.valueOf(rank).getBytes(StandardCharsets.UTF_8)))
                    .substring(0, 7);
            var word = new StringBuilder();
            hex.chars().forEach(sign -> word.append((char) (sign <= '9' ? sign - '0' + 'g' : sign)));
            return word.toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Makes conversations of two people each; the first takes part in every second one. */
    public void fill(String tenantId, List<String> people) {
        try (var connection = cluster.connect(database);
                var statement = connection.createStatement()) {
            statement.execute(IDS);
            statement.execute(WORD);
            statement.execute("set maintenance_work_mem = '512MB'");
            var index = indexOf(connection);
            statement.execute("drop index message_words_found");
            for (int from = 1; from <= THREADS; from += AT_ONCE) {
                fill(connection, tenantId, people, from);
            }
            statement.execute(index);
            statement.execute("vacuum analyze thread, thread_participant, message, message_words, inbox_entry");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String indexOf(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select pg_get_indexdef('message_words_found'::regclass)")) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void fill(Connection connection, String tenantId, List<String> people, int from)
            throws SQLException {
        var ids = connection.createArrayOf("uuid", people.toArray());
        try (var statement = connection.prepareStatement(FILL)) {
            statement.setArray(1, ids);
            statement.setArray(2, ids);
            statement.setInt(3, from);
            statement.setInt(4, from + AT_ONCE - 1);
            for (int i = 5; i <= 9; i++) {
                statement.setString(i, tenantId);
            }
            statement.executeUpdate();
        }
    }
}
