package io.parlance.dialect.travtus;

import io.parlance.rest.DialectApplication;
import jakarta.ws.rs.ApplicationPath;
import java.util.Set;

/** Mounts {@code /communities}. */
@ApplicationPath(TravtusDialect.COMMUNITIES)
public class TravtusCommunitiesApplication extends DialectApplication {
    @Override
    protected Set<Class<?>> members() {
        return Set.of(CommunitiesResource.class, TravtusErrorMapper.class);
    }
}
