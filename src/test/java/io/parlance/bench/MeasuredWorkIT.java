package io.parlance.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.bench.anchor.AnchorDatabase;
import io.parlance.bench.anchor.JdbcLoad;
import io.parlance.bench.anchor.Volume;
import io.parlance.bench.load.HttpLoad;
import io.parlance.bench.load.Requests;
import io.parlance.it.TestServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The benchmark's requests and statements fit the product as it is now. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MeasuredWorkIT {
    private static final Duration WHILE = Duration.ofMillis(300);

    private Site site;
    private AnchorDatabase anchor;

    @BeforeAll
    void storeSomething() {
        site = Site.provision(TestServer.server().baseUri(), TestServer.adminToken());
        send(site.reviews());
        send(site.mews(Site.UNLIMITED, 10));
        anchor = AnchorDatabase.beside(TestServer.database(), "parlance");
    }

    @Test
    void storesEveryReviewThatCounts() throws SQLException {
        var tenant = Site.provision(TestServer.server().baseUri(), TestServer.adminToken());
        long sent = send(tenant.reviews());
        try (var connection = TestServer.connect()) {
            assertThat(count(connection, "message where tenant_id = '" + tenant.tenantId() + "'"))
                    .isEqualTo(sent);
        }
    }

    @Test
    void isRefusedWhereItWantsToBe() {
        var refused =
                site.mews("{\"rateLimit\":1}", 1).expecting(429).tolerating(200).distinct("");
        assertThat(send(refused)).isPositive();
    }

    @Test
    void writesTheSameRowsByPlainJdbc() throws SQLException {
        assertThat(rowsOf(anchor.singles("travtus", 2))).isPositive();
        assertThat(rowsOf(anchor.batches("mews", 2, 10))).isGreaterThanOrEqualTo(20);
    }

    @Test
    void makesAThreadAsLongAsItLikes() throws SQLException {
        var group = site.newGroup();
        send(site.reviewsOf(group));
        var volume = new Volume(TestServer.database(), "parlance");
        var thread = volume.threadOf(group);
        try (var connection = TestServer.connect()) {
            long before = count(connection, "message where thread_id = '" + thread + "'");
            volume.add(1000, thread);
            assertThat(count(connection, "message where thread_id = '" + thread + "'"))
                    .isEqualTo(before + 1000);
        }
    }

    private static long send(Requests requests) {
        try (var load = HttpLoad.closedLoop(TestServer.server().baseUri(), requests, 2)) {
            return Figures.requireClean(load.run(WHILE)).units();
        }
    }

    /** What the load wrote, checked to be as many messages as events. */
    private static long rowsOf(JdbcLoad load) throws SQLException {
        try (load;
                var connection = TestServer.database().connect("anchor")) {
            long messages = count(connection, "message");
            long events = count(connection, "outbox_event");
            long written = Figures.requireClean(load.run(WHILE)).units();
            assertThat(count(connection, "message") - messages).isEqualTo(written);
            assertThat(count(connection, "outbox_event") - events).isEqualTo(written);
            return written;
        }
    }

    private static long count(Connection connection, String from) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from " + from)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
