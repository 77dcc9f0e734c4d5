package io.parlance.admin;

import io.parlance.core.access.Caller;
import io.parlance.ops.SettingsReport;
import io.parlance.rest.ForRole;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The settings of the node that answers, all of them at once; they are changed where the server is configured. */
@Path("settings")
@Produces(MediaType.APPLICATION_JSON)
@ForRole(Caller.ROLE_ADMIN)
@ApplicationScoped
public class SettingsResource {
    @Inject
    SettingsReport report;

    /**
     * All settings.
     *
     * @param complaints what is wrong with them, keys that do not exist included; one sentence each
     */
    public record All(List<SettingBody> items, List<String> complaints) {}

    @GET
    public All list() {
        return new All(report.readings().stream().map(SettingBody::of).toList(), report.complaints());
    }
}
