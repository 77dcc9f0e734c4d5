package io.parlance.core.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.core.config.TestConfiguration;
import io.parlance.core.store.Sql;
import io.parlance.core.store.TestSql;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nodes that start at once on an installation without any admin token. */
class FirstAdminTokenIT {
    private final Sql sql = TestSql.on("parlance_first_token");

    @BeforeEach
    void forgetAll() {
        sql.update("delete from admin_token");
        sql.update("delete from installation");
    }

    @Test
    void isMadeByOneOfSeveralNodes() {
        for (int i = 0; i < 20; i++) {
            forgetAll();
            assertThat(made(8)).hasSize(1);
            assertThat(tokens()).isOne();
        }
    }

    @Test
    void isMadeAgainWhereNoneIsLeft() {
        made(1);
        assertThat(made(1)).isEmpty();
        sql.update("delete from admin_token");

        assertThat(made(8)).hasSize(1);
    }

    private List<String> made(int nodes) {
        return Stream.generate(this::node)
                .limit(nodes)
                .map(node -> CompletableFuture.supplyAsync(node::makeFirst))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .flatMap(Optional::stream)
                .toList();
    }

    private long tokens() {
        return sql.one("select count(*) from admin_token", row -> row.getLong(1))
                .orElseThrow();
    }

    private AdminTokens node() {
        var node = new AdminTokens();
        node.sql = sql;
        node.configuration = TestConfiguration.of();
        return node;
    }
}
