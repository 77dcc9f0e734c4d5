package io.parlance.bench;

import io.parlance.bench.load.Requests;
import io.parlance.it.Admin;
import io.parlance.it.AdminClient;
import io.parlance.it.Http;
import io.parlance.rest.Json;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A tenant of jitsudo with access requests, and policies of a kind. */
final class PolicySite {
    private static final int ACCESS_REQUESTS = 100;
    private static final String ABOUT = "action in [Action::\"add_message\", Action::\"request_access\"], resource";

    private final Admin.Tenant tenant;
    private final String key;
    private final List<String> accessRequests;

    private PolicySite(Admin.Tenant tenant, String key, List<String> accessRequests) {
        this.tenant = tenant;
        this.key = key;
        this.accessRequests = accessRequests;
    }

    /** Makes a fresh tenant with so many rules on the server. */
    static PolicySite provision(URI server, int rules) {
        var base = URI.create(server.toString().replaceFirst("/$", ""));
        var tenant = new AdminClient(base, Servers.ADMIN_TOKEN).tenant();
        var key = tenant.credential(tenant.application("{}"), "{\"kind\":\"api-key\"}")
                .path("token")
                .asText();
        var accessRequests = IntStream.range(0, ACCESS_REQUESTS)
                .mapToObj(i -> tenant.thread("{\"dialect\":\"jitsudo\",\"requesterId\":\"ada@example.org\"}")
                        .path("id")
                        .asText())
                .toList();
        var site = new PolicySite(tenant, key, accessRequests);
        site.makePolicy(base, rules);
        return site;
    }

    private void makePolicy(URI base, int rules) {
        var made = Http.post("/v1/policies")
                .to(base)
                .header("X-Tenant-ID", tenant.id())
                .header("X-API-Key", key)
                .json(Json.write(
                        Map.of("name", "bench", "max_duration_seconds", 86_400, "cedar_policy_set", text(rules))))
                .send();
        if (made.status() != 201) {
            throw new MeasurementException("no policy: " + made.body());
        }
    }

    /** One rule permits. Half of the others are for teams, half of them for everybody; all are about what is asked here. */
    private static String text(int rules) {
        return "permit(principal, " + ABOUT + ");\n"
                + IntStream.range(1, rules)
                        .mapToObj(i -> i % 2 == 0 ? ofTeam(i) : ofAll(i))
                        .collect(Collectors.joining("\n"));
    }

    private static String ofTeam(int number) {
        return "permit(principal in User::\"group:team-%d\", %s) when { context.duration_seconds <= 14400 };"
                .formatted(number, ABOUT);
    }

    private static String ofAll(int number) {
        return "@notice(\"Account %1$d is frozen.\") forbid(principal, %2$s) when { resource.resource_id == \"%1$d\" };"
                .formatted(number, ABOUT);
    }

    /** Messages for the access requests in turn. */
    Requests messages() {
        var texts = accessRequests.stream()
                .flatMap(id ->
                        post("/v1/requests/" + id + "/messages", "{\"content\":\"Please explain.\"}").texts().stream())
                .toList();
        return new Requests(texts, 1, 201, 0, "id");
    }

    /** Dry runs about accounts that nobody has asked about before. */
    Requests dryRuns() {
        return post(
                        "/v1/policies/evaluate",
                        "{\"principal\":\"ada@example.org\",\"groups\":[\"team-2\"],\"resource\":\"aws_account:%s\",\"action\":\"request_access\"}"
                                .formatted(Requests.NUMBER))
                .expecting(200);
    }

    private Requests post(String path, String body) {
        return Requests.post(path, List.of("X-Tenant-ID: " + tenant.id(), "X-API-Key: " + key), List.of(body));
    }
}
