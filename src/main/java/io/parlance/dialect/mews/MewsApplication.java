package io.parlance.dialect.mews;

import io.parlance.rest.DialectApplication;
import jakarta.ws.rs.ApplicationPath;
import java.util.Set;

/** Mounts {@code /api/connector/v1}. */
@ApplicationPath(MewsDialect.BASE)
public class MewsApplication extends DialectApplication {
    @Override
    protected Set<Class<?>> members() {
        return Set.of(
                MewsMessagesResource.class,
                MewsMessageThreadsResource.class,
                MewsErrorMapper.class,
                ExactRequestFilter.class,
                RequestIdHeader.class);
    }
}
