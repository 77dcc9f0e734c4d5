package io.parlance.rest;

import jakarta.ws.rs.ApplicationPath;
import java.util.Set;

/** Mounts the probe's operations. */
@ApplicationPath(ProbeDialect.PREFIX)
public class ProbeApplication extends DialectApplication {
    @Override
    protected Set<Class<?>> members() {
        return Set.of(
                ProbeResource.class,
                ProbeFilesResource.class,
                ProbeDirectResource.class,
                ProbeHeaders.class,
                ProbeErrorMapper.class);
    }
}
