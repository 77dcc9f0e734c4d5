package io.parlance.core.access;

import static io.parlance.ops.doctor.Findings.assertFound;
import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.core.config.TestConfiguration;
import io.parlance.core.doctor.Finding.State;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CredentialChecksTest {
    @Test
    void wantsAMasterKeyOfTheAdministrators() {
        var check = new MasterKeyCheck();
        check.masterKey = new MasterKey();
        check.masterKey.configuration = TestConfiguration.of("parlance.master-key", "0123456789-0123456789-0123456789");
        assertFound(check.run(), State.OK, "is set");

        check.masterKey.configuration = TestConfiguration.of();
        assertFound(check.run(), State.WARNING, "lies in the database");
    }

    @Test
    void saysHowToEndTheGeneratedAdminToken() {
        var id = UUID.fromString("0199d1f0-0000-7000-8000-000000000001");

        assertFound(GeneratedAdminTokenCheck.judge(id, null), State.WARNING, "Nobody has used it");
        var used = GeneratedAdminTokenCheck.judge(id, Instant.parse("2026-11-21T19:00:00Z"));
        assertFound(used, State.WARNING, "last used at 2026-11-21T19:00:00Z");
        assertThat(used.remedy()).endsWith("/admin/api/v1/admin-tokens/" + id);
    }

    @Test
    void saysWhoseCredentialsAreExpired() {
        assertFound(ExpiredCredentialsCheck.judge(new CredentialCount(0, 0, null)), State.OK, "No credential");
        assertFound(
                ExpiredCredentialsCheck.judge(new CredentialCount(2, 1, "acme, demo")),
                State.WARNING,
                "2 credentials are expired and 1");
        assertFound(ExpiredCredentialsCheck.judge(new CredentialCount(0, 1, "acme")), State.WARNING, "of: acme.");
    }

    @Test
    void saysWhoseCredentialsNobodyUses() {
        assertFound(UnusedCredentialsCheck.judge(new CredentialCount(0, 0, null)), State.OK, "was used");
        assertFound(
                UnusedCredentialsCheck.judge(new CredentialCount(3, 2, "acme")),
                State.WARNING,
                "3 credentials were never used");
    }

    @Test
    void namesNotAllOfManyTenants() {
        var sentence = ExpiredCredentialsCheck.judge(new CredentialCount(500, 0, "tenant, ".repeat(500)))
                .cause();
        assertThat(sentence).contains(" …. Their").hasSizeLessThan(400);
    }
}
