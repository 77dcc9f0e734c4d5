package io.parlance.core.access;

import io.parlance.core.doctor.Check;
import io.parlance.core.doctor.Finding;
import io.parlance.core.store.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Whether credentials have expired, or will soon, that nobody took away or replaced. */
@ApplicationScoped
class ExpiredCredentialsCheck implements Check {
    private static final String MEANT = "c.kind <> 'USER_JWT' and c.expires_at <= now() + interval '14 days'";

    @Inject
    Sql sql;

    @Override
    public String name() {
        return "expired-credentials";
    }

    @Override
    public Finding run() {
        return judge(CredentialCount.of(sql, MEANT, "c.expires_at <= now()"));
    }

    static Finding judge(CredentialCount found) {
        if (found.isEmpty()) {
            return Finding.ok("No credential is expired or will be within 14 days.");
        }
        return Finding.warning(
                found.first() + " credentials are expired and " + found.others() + " will be within 14 days, of: "
                        + found.owners() + ". Their clients are refused.",
                "See GET /admin/api/v1/tenants/{tenant}/credentials; rotate those in use before their end, delete the others.");
    }
}
