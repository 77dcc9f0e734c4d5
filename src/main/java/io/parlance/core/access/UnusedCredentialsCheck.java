package io.parlance.core.access;

import io.parlance.core.doctor.Check;
import io.parlance.core.doctor.Finding;
import io.parlance.core.store.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Whether there are credentials that nobody uses: each is a way in that nobody would miss. */
@ApplicationScoped
class UnusedCredentialsCheck implements Check {
    private static final String MEANT =
            """
            (c.expires_at is null or c.expires_at > now())
            and (c.last_used_at is null and c.created_at < now() - interval '30 days'
              or c.last_used_at < now() - interval '90 days')
            """;

    @Inject
    Sql sql;

    @Override
    public String name() {
        return "unused-credentials";
    }

    @Override
    public Finding run() {
        return judge(CredentialCount.of(sql, MEANT, "c.last_used_at is null"));
    }

    static Finding judge(CredentialCount found) {
        if (found.isEmpty()) {
            return Finding.ok("Every credential older than 30 days was used within the last 90 days.");
        }
        return Finding.warning(
                found.first() + " credentials were never used in 30 days or more, " + found.others()
                        + " not for 90 days, of: " + found.owners() + ".",
                "See lastUsedAt in GET /admin/api/v1/tenants/{tenant}/credentials; delete what nobody needs.");
    }
}
