package io.parlance.dialect.jitsudo;

import io.parlance.rest.DialectApplication;
import jakarta.ws.rs.ApplicationPath;
import java.util.Set;

/** Mounts {@code /v1}. */
@ApplicationPath(JitsudoDialect.PREFIX)
public class JitsudoApplication extends DialectApplication {
    @Override
    protected Set<Class<?>> members() {
        return Set.of(
                RequestsResource.class,
                RequestMessagesResource.class,
                AuditLogResource.class,
                PoliciesResource.class,
                PolicyRulesResource.class,
                TenantsResource.class,
                ApiKeysResource.class,
                JitsudoErrorMapper.class);
    }
}
