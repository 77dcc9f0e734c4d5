package io.parlance.admin;

import io.parlance.rest.DialectApplication;
import jakarta.ws.rs.ApplicationPath;
import java.util.Set;

/** Mounts {@code /admin/api/v1}, with the same bodies, refusals and caller checks as the dialects have. */
@ApplicationPath("admin/api/v1")
public class AdminApplication extends DialectApplication {
    @Override
    protected Set<Class<?>> members() {
        return Set.of(
                TenantsResource.class,
                AdminTokensResource.class,
                GroupsResource.class,
                UsersResource.class,
                ApplicationsResource.class,
                CredentialsResource.class,
                ThreadsResource.class,
                MessagesResource.class,
                ImportsResource.class,
                IncidentsResource.class,
                SettingsResource.class,
                DoctorResource.class,
                AdminErrorMapper.class);
    }
}
