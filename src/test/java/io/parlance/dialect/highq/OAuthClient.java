package io.parlance.dialect.highq;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.parlance.it.Admin;
import io.parlance.it.Answer;
import io.parlance.it.Http;
import io.parlance.it.TestServer;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** A client of an application, and a person with a password who lets it act for them as a browser would. */
record OAuthClient(Admin.Tenant tenant, String application, String id, String secret, JsonNode person) {
    static final String REDIRECT = "https://client.example/back?from=parlance";
    static final String PASSWORD = "correct horse ☂";

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String PAGE = "/authorize.action";
    private static final Pattern VISIT = Pattern.compile("name=\"visit\" value=\"([^\"]+)\"");

    static OAuthClient create(String settings) {
        var tenant = Admin.tenant();
        var application = tenant.application(settings);
        var person = tenant.admin()
                .create(
                        tenant.path("/users"),
                        "{\"email\":\"Ada@highq.example\",\"firstName\":\"Ada\",\"lastName\":\"Byron\",\"password\":\"%s\"}"
                                .formatted(PASSWORD));
        return new OAuthClient(tenant, application, "", "", person).another();
    }

    /** Another client of the same application. */
    OAuthClient another() {
        var client = tenant.credential(application, "{\"kind\":\"oauth-client\",\"redirectUri\":\"" + REDIRECT + "\"}");
        return new OAuthClient(
                tenant,
                application,
                client.path("clientId").asText(),
                client.path("clientSecret").asText(),
                person);
    }

    /** A page with the cookie by which the browser is known. */
    record Page(Answer answer, String cookie) {
        String visit() {
            var found = VISIT.matcher(answer.body());
            assertThat(found.find()).as(answer.body()).isTrue();
            return found.group(1);
        }

        Page post(String... fields) {
            var form = fields(fields);
            form.put("visit", visit());
            return send(cookie, form);
        }

        static Page send(String cookie, Map<String, String> form) {
            return new Page(
                    Http.post(PAGE)
                            .header("Content-Type", FORM)
                            .header("Cookie", cookie)
                            .body(encoded(form))
                            .send(),
                    cookie);
        }
    }

    /** The login page, asked for with these parameters. */
    static Page open(String... parameters) {
        var answer = Http.get(PAGE + "?" + encoded(fields(parameters))).send();
        return new Page(answer, answer.header("Set-Cookie").replaceFirst(";.*", ""));
    }

    Page open() {
        return open("response_type", "code", "client_id", id, "redirect_uri", REDIRECT, "state", "a&b=c/d");
    }

    Page logIn() {
        return open().post("email", "ada@HighQ.example", "password", PASSWORD);
    }

    /** The whole way of a person who is not asked for leave: the code that the client gets. */
    String code() {
        var answer = logIn().answer();
        assertThat(answer.status()).as(answer.body()).isEqualTo(303);
        var query = URI.create(answer.header("Location")).getRawQuery();
        return query.replaceFirst(".*[&?]?code=([^&]+).*", "$1");
    }

    Answer redeem(String code) {
        return token("grant_type", "authorization_code", "code", code);
    }

    Answer refresh(String refreshToken) {
        return token("grant_type", "refresh_token", "refresh_token", refreshToken);
    }

    /** A request for tokens by this client. */
    Answer token(String... parameters) {
        var form = fields(parameters);
        form.putIfAbsent("client_id", id);
        form.putIfAbsent("client_secret", secret);
        return request(form).send();
    }

    static Http request(Map<String, String> form) {
        return Http.post("/api/oauth2/token").header("Content-Type", FORM).body(encoded(form));
    }

    /** Who a token is, as the server sees it: 201, 401 or 403. */
    Answer use(String accessToken) {
        var other = HighqTenant.person(tenant, "other-" + java.util.UUID.randomUUID());
        return Http.post(HighqTenant.PATH)
                .bearer(accessToken)
                .header("Accept", HighqTenant.JSON)
                .xml(HighqTenant.xmlBody(HighqTenant.user(other.number()), HighqTenant.message("by OAuth")))
                .send();
    }

    static Map<String, String> fields(String... namesAndValues) {
        var fields = new LinkedHashMap<String, String>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(java.util.stream.Collectors.joining("&"));
    }

    /** Has all secrets of a kind, by its name in the database, end that long from now. */
    void shift(String kind, String interval) throws SQLException {
        try (var connection = TestServer.connect();
                var update =
                        connection.prepareStatement("update short_lived_secret set expires_at = now() + ?::interval"
                                + " where tenant_id = ?::uuid and kind = ?")) {
            update.setString(1, interval);
            update.setString(2, tenant.id());
            update.setString(3, kind);
            update.executeUpdate();
        }
    }

    static String access(Answer answer) {
        return member(answer, "access_token");
    }

    static String refreshToken(Answer answer) {
        return member(answer, "refresh_token");
    }

    private static String member(Answer answer, String name) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().path(name).asText();
    }

    static void assertRefused(Answer answer, String error) {
        assertThatJson(answer.body()).isEqualTo("{\"error\":\"" + error + "\"}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }
}
