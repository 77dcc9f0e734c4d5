package io.parlance.dialect.highq;

import io.parlance.rest.DialectApplication;
import io.parlance.rest.NoStore;
import io.parlance.rest.XmlWire;
import jakarta.ws.rs.ApplicationPath;
import java.util.Set;

/** Mounts {@code /api/oauth2}. */
@ApplicationPath(HighqDialect.OAUTH)
public class HighqTokenApplication extends DialectApplication {
    @Override
    protected Set<Class<?>> members() {
        return Set.of(HighqTokenResource.class, NoStore.class, HighqErrorMapper.class, XmlWire.class);
    }
}
