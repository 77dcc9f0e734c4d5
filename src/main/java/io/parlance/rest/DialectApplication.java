package io.parlance.rest;

import jakarta.ws.rs.core.Application;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Mounts one documented prefix of a dialect. Only the classes it lists take part, so providers never leak from one dialect
 * into another, and all of them are told once, here, how bodies, refusals and callers are treated.
 */
public abstract class DialectApplication extends Application {
    /** Resources, the error mapper and whatever providers are the dialect's own. */
    protected abstract Set<Class<?>> members();

    @Override
    public final Set<Class<?>> getClasses() {
        var classes = new LinkedHashSet<Class<?>>(members());
        classes.add(JsonWire.class);
        classes.add(RefusalFilter.class);
        classes.add(TransactionFailureMapper.class);
        classes.add(CallerFeature.class);
        classes.add(OutcomeFilter.class);
        return classes;
    }

    /** For Jersey, ignored elsewhere: keeps JSON-B and WADL out, so that all servers answer alike. */
    @Override
    public final Map<String, Object> getProperties() {
        return Map.of(
                "jersey.config.jsonFeature", "none",
                "jersey.config.server.wadl.disableWadl", true,
                "jersey.config.server.response.setStatusOverSendError", true);
    }
}
