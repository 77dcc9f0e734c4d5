package io.parlance.core.access;

import static io.parlance.ops.doctor.Findings.assertFound;
import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.core.config.TestConfiguration;
import io.parlance.core.doctor.Finding.State;
import io.parlance.core.store.TestSql;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The admin token that the first start makes, and whether somebody uses it. */
class LastUsedIT {
    private final AdminTokens tokens = new AdminTokens();
    private final LastUsed lastUsed = new LastUsed();
    private final GeneratedAdminTokenCheck check = new GeneratedAdminTokenCheck();
    private final AccessControl access = new AccessControl();

    @BeforeEach
    void connect() {
        var sql = TestSql.on("parlance_first_token");
        sql.update("delete from admin_token");
        tokens.sql = sql;
        tokens.configuration = TestConfiguration.of();
        tokens.known = new KnownCallers();
        lastUsed.sql = sql;
        check.sql = sql;
        access.adminTokens = tokens;
        access.lastUsed = lastUsed;
    }

    @Test
    void theGeneratedTokenIsNamedUntilItIsGone() {
        assertFound(check.run(), State.OK, "No generated admin token");

        var secret = tokens.makeFirst().orElseThrow();
        tokens.issue("another", null);
        assertFound(check.run(), State.WARNING, "Nobody has used it lately");

        use(secret);
        assertFound(check.run(), State.WARNING, "It was last used at 2");

        var generated = lastUsed.sql
                .one("select id from admin_token where generated", row -> row.getObject(1, UUID.class))
                .orElseThrow();
        tokens.revoke(generated);
        assertFound(check.run(), State.OK, "No generated admin token");
    }

    @Test
    void theTokenOfTheConfigurationHasNoRowToWriteTo() {
        tokens.configuration = TestConfiguration.of("parlance.admin.token", "token-of-the-configuration");

        use("token-of-the-configuration");

        assertThat(tokens.makeFirst()).isEmpty();
        assertFound(check.run(), State.OK, "No generated admin token");
    }

    private void use(String secret) {
        var verdict = access.check(new Presented.Token(secret, Set.of(CredentialKind.ADMIN)));
        assertThat(verdict).isInstanceOf(Verdict.Granted.class);
        lastUsed.write();
    }
}
