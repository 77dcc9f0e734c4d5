package io.parlance.bench.floor;

import io.parlance.rest.JsonWire;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;

/** Mounts the resource with the product's own JSON. */
@ApplicationPath("/messages")
public class FloorApplication extends Application {
    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(FloorResource.class, JsonWire.class);
    }

    @Override
    public Map<String, Object> getProperties() {
        return Map.of("jersey.config.jsonFeature", "none", "jersey.config.server.wadl.disableWadl", true);
    }
}
