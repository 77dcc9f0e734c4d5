package io.parlance.dialect.travtus;

import io.parlance.rest.DialectApplication;
import io.parlance.rest.NoStore;
import jakarta.ws.rs.ApplicationPath;
import java.util.Set;

/** Mounts {@code /oauth2}. */
@ApplicationPath(TravtusDialect.OAUTH)
public class TravtusTokenApplication extends DialectApplication {
    @Override
    protected Set<Class<?>> members() {
        return Set.of(TokenResource.class, NoStore.class, TravtusErrorMapper.class);
    }
}
