package io.parlance.core.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parlance.core.store.Ids;
import io.parlance.core.store.PageRequest;
import io.parlance.core.store.Sql;
import io.parlance.core.store.TestSql;
import io.parlance.core.store.TimeRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What lies in the log, and that it stays there. */
class AuditLogIT {
    private static final MessageTrace MESSAGES = new MessageTrace("message.created", "thread");
    private static final Actor ANNA = new Actor("user", "anna");
    private static final AuditLog LOG = new AuditLog();

    private final UUID tenant = UUID.randomUUID();
    private final UUID thread = UUID.randomUUID();

    @BeforeAll
    static void connect() {
        LOG.sql = TestSql.on("parlance_audit_log");
    }

    @BeforeEach
    void makeTenant() {
        sql().update("insert into tenant values (?, ?, 'T', 'active', now())", tenant, "t" + tenant);
    }

    @Test
    void tellsNewestFirstWithTheMessagesAmongThem() {
        var first = record("made", "1");
        var message = post("user", "ben", UUID.randomUUID());
        var last = record("closed", "1");

        assertThat(list(everything())).extracting(AuditEntry::id).containsExactly(last.id(), message, first.id());
        assertThat(list(everything()).get(1))
                .extracting(AuditEntry::actor, AuditEntry::action, AuditEntry::resourceType, AuditEntry::resourceId)
                .containsExactly(new Actor("user", "ben"), "message.created", "thread", thread.toString());
    }

    @Test
    void keepsAnEntryAsItWasRecorded() {
        var entry = AuditEntry.of(tenant, "d", ANNA, "made", "thing", "1")
                .reasoning("because")
                .metadata("{\"a\": 1}");
        LOG.record(entry);

        assertThat(list(everything())).containsExactly(entry);
    }

    @Test
    void tellsProgramsFromPeopleAndLeavesOutWhatTheServerWrites() {
        post("system", "system", null);
        post("system", "key-1", null);

        assertThat(list(everything())).extracting(AuditEntry::actor).containsExactly(new Actor("api_key", "key-1"));
    }

    @Test
    void pagesThroughEverythingOnce() {
        for (int i = 0; i < 10; i++) {
            record("made", "1");
            post("user", "ben", null);
        }
        var found = new ArrayList<UUID>();
        UUID last = null;
        do {
            var page = LOG.list(tenant, everything(), MESSAGES, new PageRequest(3, last));
            page.items().forEach(entry -> found.add(entry.id()));
            last = page.nextCursor() == null ? null : UUID.fromString(page.nextCursor());
        } while (last != null);

        assertThat(found).hasSize(20).doesNotHaveDuplicates();
    }

    @Test
    void findsByEachFilter() {
        var entry = record("made", "7");
        var message = post("user", "ben", null);
        var soon = Instant.now().plusSeconds(3600);

        assertThat(ids(new AuditFilter("d", "anna", null, null, null, TimeRange.ALWAYS)))
                .containsExactly(entry.id());
        assertThat(ids(new AuditFilter("d", "ben", null, null, null, TimeRange.ALWAYS)))
                .containsExactly(message);
        assertThat(ids(new AuditFilter("d", null, "thing", null, null, TimeRange.ALWAYS)))
                .containsExactly(entry.id());
        assertThat(ids(new AuditFilter("d", null, null, "7", null, TimeRange.ALWAYS)))
                .containsExactly(entry.id());
        assertThat(ids(new AuditFilter("d", null, null, thread.toString(), null, TimeRange.ALWAYS)))
                .containsExactly(message);
        assertThat(ids(new AuditFilter("d", null, null, null, "made", TimeRange.ALWAYS)))
                .containsExactly(entry.id());
        assertThat(ids(new AuditFilter("d", null, null, null, "message.created", TimeRange.ALWAYS)))
                .containsExactly(message);
        assertThat(ids(new AuditFilter("d", null, null, null, null, new TimeRange(soon, null))))
                .isEmpty();
        assertThat(ids(new AuditFilter("d", null, null, null, null, new TimeRange(null, soon))))
                .hasSize(2);
        assertThat(ids(new AuditFilter("e", null, null, null, null, TimeRange.ALWAYS)))
                .isEmpty();
    }

    @Test
    void showsNothingOfAnotherTenant() {
        record("made", "1");
        post("user", "ben", null);

        assertThat(LOG.list(UUID.randomUUID(), everything(), MESSAGES, new PageRequest(50, null))
                        .items())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entry set action = 'other'",
                "delete from audit_entry",
                "truncate audit_entry",
                "with gone as (delete from audit_entry returning 1) select 1"
            })
    void isAppendOnlyInTheDatabaseToo(String statement) {
        var entry = record("made", "1");

        assertThatThrownBy(() -> sql().update(statement))
                .rootCause()
                .hasMessageContaining("audit entries are append-only");
        assertThat(list(everything())).containsExactly(entry);
    }

    @Test
    void goesWhenItsTenantIsGone() {
        record("made", "1");
        sql().update("delete from tenant where id = ?", tenant);

        assertThat(sql().update("delete from audit_entry where tenant_id = ?", tenant))
                .isEqualTo(1);
    }

    private static Sql sql() {
        return LOG.sql;
    }

    private static AuditFilter everything() {
        return new AuditFilter("d", null, null, null, null, TimeRange.ALWAYS);
    }

    private AuditEntry record(String action, String resourceId) {
        var entry = AuditEntry.of(tenant, "d", ANNA, action, "thing", resourceId);
        LOG.record(entry);
        return entry;
    }

    private UUID post(String authorType, String authorId, UUID userId) {
        var id = Ids.next();
        sql().update(
                        "insert into message (tenant_id, id, number, thread_id, dialect, author_type, author_id, author_user_id,"
                                + " body, content_type, attributes, version, created_at)"
                                + " values (?, ?, 1, ?, 'd', ?, ?, ?, 'text', 'text/plain', '{}', 1, now())",
                        tenant,
                        id,
                        thread,
                        authorType,
                        authorId,
                        userId);
        return id;
    }

    private List<AuditEntry> list(AuditFilter filter) {
        return LOG.list(tenant, filter, MESSAGES, new PageRequest(50, null)).items();
    }

    private List<UUID> ids(AuditFilter filter) {
        return list(filter).stream().map(AuditEntry::id).toList();
    }
}
