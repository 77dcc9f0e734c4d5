package io.parlance.ops.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.it.Admin;
import io.parlance.it.Http;
import io.parlance.ops.WatchedServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Figures in the text format of Prometheus, and that their documented sums hold. */
class MetricsIT {
    private static final String MESSAGE =
            "{\"group_id\":\"%s\",\"channel\":\"review\",\"review\":{\"review_id\":\"%s\",\"comment\":\"c\"}}";

    private Admin.Tenant tenant;
    private String token;
    private String group;

    @BeforeEach
    void provision() {
        tenant = WatchedServer.admin().tenant();
        token = tenant.credential(tenant.application("{}"), "{\"kind\":\"bearer\"}")
                .path("token")
                .asText();
        group = tenant.group("G", "").path("id").asText();
    }

    @Test
    void areForAdministratorsOnly() {
        var anonymous = WatchedServer.get("/metrics").send();
        assertThat(anonymous.status()).isEqualTo(401);
        assertThat(anonymous.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(anonymous.body()).doesNotContain("parlance_");
        assertThat(WatchedServer.get("/metrics").bearer(token).send().status()).isEqualTo(401);
    }

    @Test
    void addUpAfterAMixedRun() {
        var before = Scrape.now();

        for (int i = 0; i < 20; i++) {
            assertThat(travtus(token, MESSAGE.formatted(group, "r" + i))).isEqualTo(200);
        }
        assertThat(travtus(token, "{\"group_id\":")).isEqualTo(400);
        assertThat(travtus(token, MESSAGE.formatted("nowhere", "r"))).isEqualTo(404);
        assertThat(travtus("plb_wrong", MESSAGE.formatted(group, "r"))).isEqualTo(401);
        assertThat(get("/messages/nowhere")).isEqualTo(404);
        assertThat(get("/communities?name=G")).isEqualTo(200);
        assertThat(Http.post("/messages/")
                        .to(WatchedServer.baseUri())
                        .bearer(token)
                        .json(MESSAGE.formatted(group, "late"))
                        .bodyAfterHead()
                        .send()
                        .status())
                .isEqualTo(200);

        var after = Scrape.now();
        var travtus = "dialect=\"travtus\"";
        assertThat(after.since(before, "parlance_requests_total", travtus)).isEqualTo(26);
        assertThat(after.since(before, "parlance_requests_accepted_total", travtus))
                .isEqualTo(22);
        assertThat(after.since(before, "parlance_requests_refused_total", travtus))
                .isEqualTo(4);
        assertThat(after.since(before, "parlance_requests_refused_total", "reason=\"credential_invalid\""))
                .isEqualTo(1);
        assertThat(after.since(before, "parlance_requests_refused_total", "reason=\"path_unknown\""))
                .isEqualTo(1);
        assertThat(after.since(before, "parlance_request_duration_seconds_count", travtus))
                .isEqualTo(26);
        assertThat(after.since(before, "parlance_intake_batch_rows_sum", "")).isEqualTo(21);
        assertThat(after.since(before, "parlance_intake_batch_requests_sum", ""))
                .isEqualTo(21);
        for (var dialect : new String[] {"travtus", "mews", "jitsudo", "highq", "admin"}) {
            assertSums(after, "dialect=\"" + dialect + "\"");
        }
    }

    /** requests = accepted + refused, of all reasons, + failed. */
    private static void assertSums(Scrape scrape, String dialect) {
        assertThat(scrape.sum("parlance_requests_total", dialect))
                .as(dialect)
                .isEqualTo(scrape.sum("parlance_requests_accepted_total", dialect)
                        + scrape.sum("parlance_requests_refused_total", dialect)
                        + scrape.sum("parlance_requests_failed_total", dialect));
    }

    @Test
    void tellOfThePoolOfTheWarAndLeaveOneOfTheServerToTheServer() {
        boolean own = Admin.get("/settings").body().contains("\"value\":\"java:app/jdbc/parlance\"");

        var scrape = Scrape.now();

        assertThat(scrape.values().containsKey("parlance_db_pool_connections_limit"))
                .isEqualTo(own);
        assertThat(scrape.sum("parlance_db_pool_connections", "")).isBetween(own ? 1.0 : 0.0, 32.0);
    }

    @Test
    void tellOfQueueCommitsAndCaches() {
        assertThat(travtus(token, MESSAGE.formatted(group, "r"))).isEqualTo(200);

        var scrape = Scrape.now();

        assertThat(scrape.values())
                .containsKeys(
                        "parlance_intake_waiting",
                        "parlance_intake_waiting_limit",
                        "parlance_intake_commit_seconds_count",
                        "parlance_intake_batch_rows_count",
                        "parlance_requests_in_flight",
                        "parlance_db_statements",
                        "parlance_db_connection_wait_seconds_count",
                        "parlance_cache_lookups_total{cache=\"callers\",result=\"hit\"}",
                        "parlance_cache_lookups_total{cache=\"callers\",result=\"miss\"}");
        assertThat(scrape.sum("parlance_cache_lookups_total", "result=\"miss\""))
                .isPositive();
        assertThat(scrape.sum("parlance_requests_in_flight", "")).isZero();
    }

    private static int travtus(String token, String body) {
        return Http.post("/messages/")
                .to(WatchedServer.baseUri())
                .bearer(token)
                .json(body)
                .undocumented()
                .send()
                .status();
    }

    private int get(String path) {
        return WatchedServer.get(path).bearer(token).undocumented().send().status();
    }
}
