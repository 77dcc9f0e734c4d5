package io.parlance.rest;

import io.parlance.core.access.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.BufferUnderflowException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Gives refusals an id that holds what is known of them, sealed under the master key. Nothing is stored, so that a flood of
 * refusals writes nothing, nothing has to be purged, and every node can tell of the incidents of all others.
 */
@ApplicationScoped
public class Incidents {
    private static final String ATTRIBUTE = "io.parlance.incidents";

    /** Tells these ids from whatever else is sealed and handed out. */
    private static final String KIND = "incident ";

    @Inject
    Vault vault;

    /** Error mappers are no beans; they find this one by the request. */
    public static Incidents of(HttpServletRequest request) {
        return (Incidents) request.getServletContext().getAttribute(ATTRIBUTE);
    }

    /** Letters, digits, hyphens and underscores. */
    public String seal(Incident incident) {
        var plain = (KIND + Json.write(incident)).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(vault.seal(plain));
    }

    /** The incident of an id; empty for an id that was not made here, or under another master key. */
    public Optional<Incident> open(String id) {
        try {
            var sealed = Base64.getUrlDecoder().decode(id.getBytes(StandardCharsets.US_ASCII));
            var plain = new String(vault.open(sealed), StandardCharsets.UTF_8);
            return plain.startsWith(KIND) ? Optional.of(read(plain.substring(KIND.length()))) : Optional.empty();
        } catch (IllegalArgumentException | IllegalStateException | BufferUnderflowException foreign) {
            return Optional.empty();
        }
    }

    private static Incident read(String json) {
        return Json.bind(Json.read(json.getBytes(StandardCharsets.UTF_8)), Incident.class);
    }

    /** Lays the bean where {@link #of} finds it. */
    @WebListener
    public static class Place implements ServletContextListener {
        @Inject
        Incidents incidents;

        @Override
        public void contextInitialized(ServletContextEvent event) {
            event.getServletContext().setAttribute(ATTRIBUTE, incidents);
        }
    }
}
