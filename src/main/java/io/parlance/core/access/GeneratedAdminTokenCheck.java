package io.parlance.core.access;

import io.parlance.core.doctor.Check;
import io.parlance.core.doctor.Finding;
import io.parlance.core.store.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whether the admin token that the first start wrote to its log still opens everything. */
@ApplicationScoped
class GeneratedAdminTokenCheck implements Check {
    @Inject
    Sql sql;

    @Override
    public String name() {
        return "generated-admin-token";
    }

    @Override
    public Finding run() {
        return sql.one(
                        "select id, last_used_at from admin_token where generated",
                        row -> judge(row.getObject("id", UUID.class), Sql.instant(row, "last_used_at")))
                .orElseGet(() -> Finding.ok("No generated admin token is left."));
    }

    static Finding judge(UUID id, @Nullable Instant lastUsed) {
        return Finding.warning(
                "The admin token that the first start made still counts; it stands in the log of that start. "
                        + (lastUsed == null ? "Nobody has used it lately." : "It was last used at " + lastUsed + "."),
                "Set parlance.admin.token or make another token, then DELETE /admin/api/v1/admin-tokens/" + id);
    }
}
