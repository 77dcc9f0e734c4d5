package io.parlance.dialect.travtus;

import io.parlance.rest.DialectApplication;
import io.parlance.rest.NoStore;
import jakarta.ws.rs.ApplicationPath;
import java.util.Set;

/** Mounts {@code /webhook}. */
@ApplicationPath(TravtusDialect.WEBHOOK)
public class TravtusWebhookApplication extends DialectApplication {
    @Override
    protected Set<Class<?>> members() {
        return Set.of(PortalAccessResource.class, NoStore.class, TravtusErrorMapper.class);
    }
}
