package io.parlance.dialect.highq;

import io.parlance.rest.DialectApplication;
import jakarta.ws.rs.ApplicationPath;
import java.util.Set;

/** Mounts {@code /authorize.action}. */
@ApplicationPath(HighqDialect.AUTHORIZE)
public class AuthorizeApplication extends DialectApplication {
    @Override
    protected Set<Class<?>> members() {
        return Set.of(AuthorizeResource.class, HighqErrorMapper.class);
    }
}
