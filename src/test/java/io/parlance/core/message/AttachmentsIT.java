package io.parlance.core.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.core.config.TestConfiguration;
import io.parlance.core.store.Ids;
import io.parlance.core.store.Numbers;
import io.parlance.core.store.Sql;
import io.parlance.core.store.TestSql;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of files that no message refers to. */
class AttachmentsIT {
    private static final Sql SQL = TestSql.on("parlance_attachments");

    private final Attachments attachments = new Attachments();
    private final UUID tenant = Ids.next();
    private final UUID owner = Ids.next();

    @BeforeEach
    void provision() {
        attachments.sql = SQL;
        attachments.numbers = new Numbers() {
            private long next;

            @Override
            public long nextAttachment() {
                return ++next;
            }
        };
        attachments.configuration = TestConfiguration.of();
        SQL.update(
                "insert into tenant (id, slug, name, status, created_at) values (?, ?, 'Test', 'active', now())",
                tenant,
                tenant.toString());
    }

    @Test
    void deletesUnusedFilesSomeTimeAfterTheirEnd() {
        var fresh = store("6 days 23 hours");
        var ended = store("7 days 10 minutes");
        for (int i = 0; i < 25; i++) {
            store("7 days 70 minutes");
        }
        var bound = store("100 days");
        SQL.update("update attachment set bound_at = ? where id = ?", Instant.now(), bound.id());

        attachments.purge();

        assertThat(attachments.listOwned(tenant, owner)).containsExactlyInAnyOrder(fresh, ended, bound);
        assertThat(SQL.one("select count(*) from attachment_chunk where tenant_id = ?", row -> row.getInt(1), tenant))
                .hasValue(6);
    }

    /** So that none is deleted between its use and the message that has it. */
    @Test
    void findsNoUnusedFileAfterItsEnd() {
        var fresh = store("6 days 23 hours");
        var ended = store("7 days 10 minutes");

        assertThat(attachments.findOwned(tenant, owner, List.of(fresh.number(), ended.number())))
                .containsExactly(fresh);
    }

    private Attachment store(String age) {
        var content = "x".repeat(Attachments.CHUNK + 1).getBytes(UTF_8);
        var file = new FileFacts("a", "text/plain", content.length, "00");
        var stored = attachments.store(tenant, owner, file, new ByteArrayInputStream(content));
        SQL.update("update attachment set created_at = now() - ?::interval where id = ?", age, stored.id());
        return stored;
    }
}
