package io.parlance.dialect.travtus;

import io.parlance.rest.DialectApplication;
import jakarta.ws.rs.ApplicationPath;
import java.util.Set;

/** Mounts {@code /messages}. */
@ApplicationPath(TravtusDialect.MESSAGES)
public class TravtusMessagesApplication extends DialectApplication {
    @Override
    protected Set<Class<?>> members() {
        return Set.of(TravtusMessagesResource.class, TravtusErrorMapper.class);
    }
}
