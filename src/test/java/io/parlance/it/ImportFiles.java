package io.parlance.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/** Files that are imported into a tenant by the admin API. */
public final class ImportFiles {
    private ImportFiles() {}

    /** Sends a file; the query is the rest of it, behind the type. */
    public static Answer send(Admin.Tenant tenant, String dialectAndType, String mediaType, byte[] file) {
        return Http.post("/admin/api/v1" + tenant.path("/imports?" + dialectAndType))
                .bearer(TestServer.adminToken())
                .header("Content-Type", mediaType)
                .body(file)
                .send();
    }

    /** The import as it stands when it is over. */
    public static JsonNode finished(Admin.Tenant tenant, Answer accepted) {
        assertThat(accepted.status()).as(accepted.body()).isEqualTo(202);
        var path = tenant.path("/imports/" + accepted.json().path("id").asText());
        await().atMost(Duration.ofSeconds(120))
                .until(() -> !Admin.get(path).json().path("finishedAt").isNull());
        return Admin.get(path).json();
    }
}
