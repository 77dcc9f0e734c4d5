package io.parlance.dialect.jitsudo;

import io.parlance.rest.DialectApplication;
import jakarta.ws.rs.ApplicationPath;
import java.util.Set;

/** Mounts {@code /healthz}. */
@ApplicationPath(JitsudoDialect.HEALTH)
public class HealthApplication extends DialectApplication {
    @Override
    protected Set<Class<?>> members() {
        return Set.of(HealthResource.class, JitsudoErrorMapper.class);
    }
}
