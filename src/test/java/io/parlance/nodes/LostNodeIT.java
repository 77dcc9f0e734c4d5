package io.parlance.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.kill.Audit;
import io.parlance.kill.Clients;
import io.parlance.kill.Ledger;
import io.parlance.kill.Load;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** One of two nodes is killed under load. */
class LostNodeIT {
    private final Cluster cluster = Cluster.get();

    @Test
    @SuppressWarnings("try") // the load runs by itself
    void losesNothingThatWasAcknowledged() throws SQLException {
        var ledger = new Ledger();
        var clients = new Clients(cluster.admin());
        try (var ignored = new Load(ledger, Cluster.kinds(clients))) {
            Cluster.awaitSteadySuccess(ledger);
            cluster.node(0).kill();
            Cluster.awaitSteadySuccess(ledger);
            cluster.node(0).start();
            Cluster.awaitSteadySuccess(ledger);
        }

        Audit.byHttp(clients.tenant).check(ledger);
        Audit.checkCompanions(cluster.database);
        assertThat(ledger.refusals()).as("answers of the balancer").allSatisfy(refusal -> {
            assertThat(refusal.status()).isEqualTo(502);
            assertThat(refusal.body()).isEmpty();
        });
    }
}
