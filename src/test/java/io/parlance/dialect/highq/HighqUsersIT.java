package io.parlance.dialect.highq;

import static io.parlance.dialect.highq.HighqTenant.assertError;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.it.Admin;
import io.parlance.it.Http;
import io.parlance.it.RawConnection;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code GET /api/{version}/users/…}, by HTTP against the real server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HighqUsersIT {
    private HighqTenant tenant;
    private HighqPerson caller;

    @BeforeAll
    void provision() {
        tenant = HighqTenant.create();
        caller = HighqPerson.of(tenant, tenant.sender());
    }

    @ParameterizedTest
    @ValueSource(strings = {"first@highq.example?type=email", "FIRST%40Highq.example/?type=EMAIL"})
    void findsPeopleByEmail(String user) {
        assertThatJson(caller.read("users/" + user)).isEqualTo(firstInJson());
    }

    @Test
    void findsPeopleByNumberInBothForms() {
        long number = tenant.first().number();
        assertThatJson(caller.read("users/" + number)).isEqualTo(firstInJson());
        assertThat(Http.get("/api/12/users/" + number)
                        .bearer(caller.token())
                        .send()
                        .body())
                .isEqualTo(
                        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><user><userid>" + number
                                + "</userid><firstname>F</firstname><lastname>L</lastname><email>first@highq.example</email></user>");
    }

    private String firstInJson() {
        return "{\"userid\": %d, \"firstname\": \"F\", \"lastname\": \"L\", \"email\": \"first@highq.example\"}"
                .formatted(tenant.first().number());
    }

    @Test
    void answers403ToUnknownPeopleThoseOfOtherTenantsAndThoseWhoLeft() {
        var stranger = HighqTenant.person(Admin.tenant(), "stranger");
        var leaver = HighqTenant.person(tenant.admin(), "leaver");
        Admin.call("DELETE", tenant.admin().path("/users/" + leaver.id()), "");
        for (var user : List.of(
                String.valueOf(stranger.number()),
                "stranger@highq.example?type=email",
                String.valueOf(leaver.number()),
                "leaver@highq.example?type=email",
                "nobody?type=email",
                "0",
                "999999999999999999999999")) {
            assertError(caller.request("GET", "users/" + user).send(), 403, 132, "Validation failed");
        }
    }

    @Test
    void answers400ToWhatIsNoNumber() {
        assertError(caller.request("GET", "users/first@highq.example").send(), 400, 100, "Problem with parameters");
    }

    /** Some servers refuse such a path by themselves. */
    @Test
    void refusesEmailsOfCharactersThatNoneHas() {
        try (var connection = new RawConnection()) {
            var answer = connection
                    .send("GET /api/4/users/a%00b?type=email HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                            + "Authorization: Bearer " + caller.token() + "\r\n\r\n")
                    .answerToTheEnd();
            assertThat(answer).matches("(?s)HTTP/1.1 40[03] .*");
            var link = Pattern.compile("/error/([^<\"]+)").matcher(answer);
            if (link.find()) {
                assertThat(Admin.get("/incidents/" + link.group(1))
                                .json()
                                .path("path")
                                .asText())
                        .isEqualTo("/api/4/users/a?b");
            }
        }
    }

    @Test
    void answers404ToVersionsBefore4And401WithoutAToken() {
        assertError(Http.get("/api/3/users/1").bearer(caller.token()).send(), 404, 140, "Not found");
        assertError(Http.get("/api/4/users/1").send(), 401, 110, "Unauthorized");
    }
}
