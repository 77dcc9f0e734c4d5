package io.parlance.dialect.highq;

import static io.parlance.dialect.highq.HighqTenant.assertError;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Refusals of requests to a conversation or to the list of them. */
@Tag("smoke")
class HighqConversationRefusalsIT {
    private HighqTenant tenant;
    private HighqPerson anna;
    private HighqPerson ben;
    private HighqPerson cleo;

    @BeforeEach
    void provision() {
        tenant = HighqTenant.create();
        anna = HighqPerson.of(tenant, tenant.sender());
        ben = HighqPerson.of(tenant, tenant.first());
        cleo = HighqPerson.of(tenant, tenant.second());
    }

    @ParameterizedTest
    @CsvSource({"GET, messages", "POST, messages", "PUT, ?action=MARK_AS_READ"})
    void hidesConversationsOfOthersAsUnknownOnes(String method, String rest) {
        long others = anna.open("secret", ben);
        var foreign = HighqTenant.create();
        var outsider = HighqPerson.of(foreign, foreign.sender());
        for (var caller : List.of(cleo, outsider)) {
            for (var id : List.of(String.valueOf(others), "999999999999", "99999999999999999999999", "0", "-1")) {
                var below = "conversations/" + id + (rest.startsWith("?") ? rest : "/" + rest);
                var answer = caller.request(method, below)
                        .xml(method.equals("POST") ? HighqTenant.message("x") : "")
                        .send();
                assertError(answer, 403, 132, "Validation failed");
            }
        }
        assertThat(anna.texts(others)).containsExactly("secret");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, conversations/x/messages",
        "GET, conversations/1.5/messages",
        "POST, conversations/x/messages",
        "PUT, conversations/x?action=DELETE",
        "PUT, conversations/CONVERSATION",
        "PUT, conversations/CONVERSATION?action=",
        "PUT, conversations/CONVERSATION?action=UNARCHIVE",
        "GET, conversations?filter=ALL",
        "GET, conversations?offset=x",
        "GET, conversations?limit=1.5"
    })
    void answers400ToProblemsWithParameters(String method, String below) {
        long conversation = anna.open("q", ben);
        var request = anna.request(method, below.replace("CONVERSATION", String.valueOf(conversation)));
        assertError(
                (method.equals("POST") ? request.xml(HighqTenant.message("x")) : request).send(),
                400,
                100,
                "Problem with parameters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "<message/>", "<message><html> </html></message>", "{\"message\": []}"})
    void answers400ToRepliesWithoutAMessage(String body) {
        long conversation = anna.open("q", ben);
        var answer = anna.request("POST", "conversations/" + conversation + "/messages")
                .body(body)
                .send();
        assertError(answer, 400, 100, "Problem with parameters");
    }
}
