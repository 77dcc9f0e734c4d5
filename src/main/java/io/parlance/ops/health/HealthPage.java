package io.parlance.ops.health;

import io.parlance.core.message.MessageIntake;
import io.parlance.core.store.StorePulse;
import io.parlance.ops.health.Health.Check;
import io.parlance.rest.FixedPage;
import io.parlance.rest.Json;
import io.parlance.rest.Paths;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

/**
 * {@code /health/live}: false if only a restart helps. {@code /health/ready}: whether requests should be sent here, that is,
 * PostgreSQL is there, can be written to and keeps what was acknowledged. {@code /health/started}: the start-up is done.
 */
@ApplicationScoped
class HealthPage implements FixedPage {
    private static final String LIVE = "/health/live";
    private static final String READY = "/health/ready";
    private static final String STARTED = "/health/started";
    private static final Set<String> PATHS = Set.of(LIVE, READY, STARTED);

    @Inject
    ServerState server;

    @Inject
    MessageIntake intake;

    @Inject
    StorePulse store;

    @Override
    public boolean isAt(String path) {
        return PATHS.contains(path);
    }

    @Override
    public void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var health =
                switch (Paths.within(request)) {
                    case LIVE -> live();
                    case READY -> ready();
                    default -> Health.of(Check.of("startup", server.hasStarted(), Map.of()));
                };
        var body = Json.bytes(health);
        response.setStatus(health.isUp() ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private Health live() {
        return Health.of(Check.of("intake", intake.isAlive(), Map.of()));
    }

    private Health ready() {
        return Health.of(Check.of("server", server.serves(), Map.of()), reachable(), durable());
    }

    private Check reachable() {
        var answer = store.answer();
        var age = Map.<String, Object>of("askedMillisAgo", store.age().toMillis());
        return Check.of("postgresql", answer != null && !answer.readOnly(), age);
    }

    /** Down too while nobody knows: nothing can be promised then. */
    private Check durable() {
        var answer = store.answer();
        if (answer == null) {
            return Check.of("durability", false, Map.of());
        }
        var faults = answer.durability().faults();
        return Check.of("durability", faults.isEmpty(), faults.isEmpty() ? Map.of() : Map.of("faults", faults));
    }
}
