package io.parlance.core.access;

import io.parlance.core.store.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** The master key of an installation that configures none. */
@ApplicationScoped
class StoredMasterKey {
    @Inject
    Sql sql;

    /**
     * Reads the key, made if there is none yet. It has a transaction of its own: were it made in the caller's and that one
     * rolled back, this process would go on signing with a key that no other process and no later start knows.
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    String value() {
        sql.update(
                "insert into installation (name, value) values ('master-key', ?) on conflict (name) do nothing",
                Secret.random(CredentialKind.ADMIN));
        return sql.one("select value from installation where name = 'master-key'", row -> row.getString(1))
                .orElseThrow();
    }
}
