package io.parlance.bench;

import io.parlance.bench.load.Requests;
import io.parlance.it.Admin;
import io.parlance.it.AdminClient;
import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;

/** A running server with a tenant, and the requests that its client sends. */
final class Site {
    /** Settings of an application of mews that may ask as often as it likes. */
    static final String UNLIMITED = "{\"rateLimit\":0}";

    private static final String TEXT =
            "The heating was repaired within a day, the staff is friendly, and the pool opens at nine. We would"
                    + " come again any time.";
    private static final int GROUPS = 100;

    private final URI server;
    private final Admin.Tenant tenant;
    private final String travtusToken;
    private final List<String> groups;

    private Site(URI server, Admin.Tenant tenant, String travtusToken, List<String> groups) {
        this.server = server;
        this.tenant = tenant;
        this.travtusToken = travtusToken;
        this.groups = groups;
    }

    /** Makes a fresh tenant on the server. */
    static Site provision(URI server, String adminToken) {
        var base = URI.create(server.toString().replaceFirst("/$", ""));
        var tenant = new AdminClient(base, adminToken).tenant();
        var groups = IntStream.range(0, GROUPS).mapToObj(i -> group(tenant, i)).toList();
        return new Site(server, tenant, token(tenant, tenant.application("{}"), "{\"kind\":\"bearer\"}"), groups);
    }

    private static String group(Admin.Tenant tenant, int number) {
        return tenant.group("Building " + number, "").path("id").asText();
    }

    private static String token(Admin.Tenant tenant, String application, String body) {
        return tenant.credential(application, body).path("token").asText();
    }

    URI server() {
        return server;
    }

    String tenantId() {
        return tenant.id();
    }

    /** Reviews of all groups in turn, so that messages go to many threads. */
    Requests reviews() {
        return reviews(groups, travtusToken);
    }

    /** Reviews of one group, hence messages of one thread. */
    Requests reviewsOf(String group) {
        return reviews(List.of(group), travtusToken);
    }

    String newGroup() {
        return group(tenant, GROUPS);
    }

    Requests reviewsWithToken(String token) {
        return reviews(groups, token);
    }

    /** Request line and headers of a review, without the length of its body. */
    String reviewHead() {
        return "POST /messages/ HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Authorization: Bearer " + travtusToken + "\r\n";
    }

    private static Requests reviews(List<String> groups, String token) {
        var bodies = groups.stream().map(Site::review).toList();
        return Requests.post("/messages/", List.of("Authorization: Bearer " + token), bodies)
                .distinct("request_id");
    }

    private static String review(String group) {
        return """
                {"group_id":"%s","channel":"review","message_direction":"inbound",\
                "review":{"source":"google","review_id":"review-%s","title":"A good place to live","comment":"%s",\
                "rating":5,"created_datetime":"2026-11-20T09:30:00","updated_datetime":"2026-11-20T09:30:00"}}"""
                .formatted(group, Requests.NUMBER, TEXT);
    }

    /** A client of mews with these settings of its application, and threads to write to. */
    MewsClient mewsClient(String settings) {
        var application = tenant.application(settings);
        return new MewsClient(
                token(tenant, application, "{\"kind\":\"client-token\"}"),
                token(tenant, application, "{\"kind\":\"access-token\",\"groups\":[\"" + groups.get(0) + "\"]}"),
                IntStream.range(0, GROUPS)
                        .mapToObj(i -> mewsThread(application, groups.get(0)))
                        .toList());
    }

    /** Adds of so many messages by a client of its own. */
    Requests mews(String settings, int messages) {
        return mewsClient(settings).adds(messages, TEXT);
    }

    private String mewsThread(String application, String enterprise) {
        return tenant.thread(
                        """
                        {"dialect":"mews","applicationId":"%s","groupId":"%s","subject":"Breakfast"}"""
                                .formatted(application, enterprise))
                .path("id")
                .asText();
    }
}
