package io.parlance.core.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.it.Admin;
import io.parlance.it.TestServer;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** What of a credential lies in the database. */
class StoredSecretsIT {
    @Test
    void keepsTheHashOfATokenAndNowhereTheToken() throws SQLException {
        var tenant = Admin.tenant();
        var credential = tenant.credential(tenant.application("{}"), "{\"kind\":\"bearer\"}");
        var token = credential.path("token").asText();

        try (var connection = TestServer.connect();
                var query = connection.prepareStatement(
                        "select secret_hash, c::text from credential c where id = ?::uuid")) {
            query.setString(1, credential.path("id").asText());
            var row = query.executeQuery();

            assertThat(row.next()).isTrue();
            assertThat(row.getBytes(1)).isEqualTo(Secret.sha256(token)).hasSize(32);
            assertThat(row.getString(2)).doesNotContain(token);
        }
    }
}
