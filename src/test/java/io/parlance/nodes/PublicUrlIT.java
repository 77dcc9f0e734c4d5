package io.parlance.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.it.Http;
import org.junit.jupiter.api.Test;

/** Links in answers lead to where clients reach the installation, whichever node makes them. */
class PublicUrlIT {
    private final Cluster cluster = Cluster.get();

    @Test
    void beginsTheLinkForAPerson() {
        var tenant = cluster.admin().tenant();
        var token = tenant.credential(tenant.application("{}"), "{\"kind\":\"bearer\"}")
                .path("token")
                .asText();

        var link = Http.get("/webhook/app-portal-access/")
                .to(cluster.balancer().base())
                .bearer(token)
                .send()
                .json()
                .path("url")
                .asText();

        assertThat(link).startsWith(Cluster.PUBLIC_URL + "/webhook/app-portal-access/");
        var path = link.substring(Cluster.PUBLIC_URL.length());
        assertThat(Http.get(path)
                        .to(cluster.balancer().base())
                        .undocumented()
                        .send()
                        .status())
                .isEqualTo(302);
    }

    @Test
    void beginsThePlaceOfWhatIsMade() {
        var tenant = cluster.admin().tenant();
        var made = tenant.admin().call("POST", tenant.path("/groups"), "{\"name\":\"G\"}");
        assertThat(made.header("Location")).startsWith(Cluster.PUBLIC_URL + "/admin/api/v1/tenants/");
    }

    @Test
    void beginsTheLinkOfAnErrorWhateverTheRequestSays() {
        var refused = Http.get("/api/4/users/1")
                .to(cluster.balancer().base())
                .header("X-Forwarded-Host", "evil.example.org")
                .header("Accept", "application/json")
                .send();
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.body())
                .contains(Cluster.PUBLIC_URL + "/api/4/error/")
                .doesNotContain("evil");
    }
}
