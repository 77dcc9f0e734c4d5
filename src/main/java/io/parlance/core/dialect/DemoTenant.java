package io.parlance.core.dialect;

import io.parlance.core.tenant.Application;
import io.parlance.core.tenant.Group;
import io.parlance.core.tenant.User;
import java.net.URI;
import java.util.List;
import java.util.UUID;

/**
 * The tenant for trying things out, as a dialect finds it when it adds its own demo data.
 *
 * @param id also the id of its JITSudo access request, as in that API's example
 * @param groups the first has the alias {@code group-id-1}
 * @param users two people
 * @param base where the server listens
 */
public record DemoTenant(UUID id, List<Group> groups, List<User> users, Application application, URI base) {}
