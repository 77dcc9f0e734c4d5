package io.parlance.core.access;

import io.parlance.core.store.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Collects when credentials were used and writes that now and then in one statement, never once per request. */
@ApplicationScoped
public class LastUsed {
    @Inject
    Sql sql;

    private final Map<UUID, Use> uses = new ConcurrentHashMap<>();

    private record Use(UUID tenantId, UUID credentialId, OffsetDateTime at) {
        private boolean isAdministrators() {
            return tenantId.equals(Caller.INSTALLATION);
        }
    }

    void note(Caller caller) {
        if (!caller.credentialId().equals(Caller.INSTALLATION)) { // the token of the configuration has no row
            uses.put(
                    caller.credentialId(),
                    new Use(
                            caller.tenantId(),
                            caller.credentialId(),
                            Instant.now(Clock.systemUTC()).atOffset(ZoneOffset.UTC)));
        }
    }

    /** Writes what was collected since the last call; a timer calls this. */
    public void write() {
        var collected = new ArrayList<Use>();
        uses.values().removeIf(collected::add);
        write(
                collected.stream().filter(use -> !use.isAdministrators()).toList(),
                """
                update credential c set last_used_at = greatest(c.last_used_at, u.at)
                from unnest(?, ?, ?) as u(tenant_id, id, at)
                where c.tenant_id = u.tenant_id and c.id = u.id
                """);
        write(
                collected.stream().filter(Use::isAdministrators).toList(),
                """
                update admin_token a set last_used_at = greatest(a.last_used_at, u.at)
                from unnest(?, ?, ?) as u(tenant_id, id, at)
                where a.id = u.id
                """);
    }

    private void write(List<Use> some, String update) {
        if (some.isEmpty()) {
            return;
        }
        sql.update(
                update,
                some.stream().map(Use::tenantId).toArray(UUID[]::new),
                some.stream().map(Use::credentialId).toArray(UUID[]::new),
                some.stream().map(Use::at).toArray(OffsetDateTime[]::new));
    }
}
