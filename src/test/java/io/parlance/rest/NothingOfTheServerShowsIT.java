package io.parlance.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.it.Answer;
import io.parlance.it.Http;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** No answer shows which server or code stands behind it, whatever is asked. */
@Tag("smoke")
class NothingOfTheServerShowsIT {
    private static final String[] PATHS = {
        "/messages/",
        "/messages/nowhere",
        "/messages/application.wadl",
        "/messages/%2e%2e/x",
        "/communities/",
        "/communities/nowhere",
        "/communities/application.wadl",
        "/oauth2",
        "/oauth2/token",
        "/oauth2/application.wadl",
        "/webhook",
        "/webhook/app-portal-access/",
        "/webhook/app-portal-access/unknown",
        "/api/connector/v1",
        "/api/connector/v1/messages/add",
        "/api/connector/v1/messages/add/",
        "/api/connector/v1/application.wadl",
        "/v1/requests/x/messages",
        "/v1/nowhere",
        "/v1/application.wadl",
        "/api/4/conversations",
        "/api/4/nowhere",
        "/api/4/application.wadl",
        "/api/nowhere",
        "/admin/api/v1/tenants",
        "/admin/api/v1/nowhere",
        "/admin/",
        "/nowhere",
        "/WEB-INF/web.xml",
        "/META-INF/persistence.xml",
        "/docs/../WEB-INF/web.xml",
        "/openapi",
        "/health",
        "/metrics",
        "/parlance-error",
        "/WEB-INF;x/web.xml",
        "/docs/..;/WEB-INF/web.xml",
        "/WEB-INF",
        "/admin"
    };
    private static final String[] METHODS = {"GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "FOO"};

    static Stream<Arguments> requests() {
        return Stream.of(PATHS).flatMap(path -> Stream.of(METHODS).map(method -> Arguments.of(method, path)));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void refusalsAreOursAndSayNothingOfTheInside(String method, String path) {
        assertOurs(Http.request(method, path).send());
        assertOurs(Http.request(method, path).json("{\"a\":[}").send());
        assertOurs(
                Http.request(method, path).header("Accept-Language", "en;q=x").send());
        assertOurs(Http.request(method, path)
                .header("Accept", "text/html")
                .header("Content-Type", "text/html")
                .body("<p>")
                .send());
    }

    @Test
    void theDocsAreAPageAndTheirFolderLeadsThere() {
        assertThat(Http.get("/docs/").send().body()).contains("<h1>Parlance</h1>");
        for (var path : new String[] {"/", "/docs"}) {
            var answer = Http.get(path).send();
            assertThat(answer.status()).isEqualTo(302);
            assertThat(answer.header("Location")).isEqualTo("/docs/");
            assertThat(answer.body()).isEmpty();
        }
    }

    private static void assertOurs(Answer answer) {
        assertThat(answer.status()).isBetween(400, 499);
        assertThat(answer.mediaType()).isIn("application/json", "application/xml", "application/problem+json");
        assertThat(answer.body())
                .isNotBlank()
                .doesNotContainIgnoringCase("<html")
                .doesNotContain("Exception", "io.parlance", "jakarta", "org.", "com.", "\tat ", "RESTEASY", "HTTP 4");
        assertThat(answer.header("Server")).isEmpty();
        assertThat(answer.header("X-Powered-By")).isEmpty();
    }
}
