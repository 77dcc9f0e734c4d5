package io.parlance.dialect.jitsudo;

import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.core.access.Caller;
import io.parlance.core.message.Author;
import io.parlance.dialect.jitsudo.policy.UserGroupPolicy;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorRuleTest {
    private static final String APPROVERS = "approvers";

    private final AuthorRule rule = new AuthorRule();

    @BeforeEach
    void letUserGroupsDecide() {
        rule.policies = new UserGroupPolicy();
    }

    @Test
    void callsTheRequesterAUserByIdInAnyCase() {
        var requester = TestAccess.ADA.toString().toUpperCase(Locale.ROOT);
        assertThat(author(TestAccess.ada(), requester)).isEqualTo(Author.person("user", TestAccess.ADA));
    }

    @Test
    void callsTheRequesterAUserByEmailInAnyCase() {
        assertThat(author(TestAccess.ada(), "Ada@Example.ORG")).isEqualTo(Author.person("user", TestAccess.ADA));
    }

    @Test
    void callsARequesterWhoMayApproveAUserOnTheOwnRequest() {
        assertThat(author(TestAccess.ada(APPROVERS), "ada@example.org"))
                .isEqualTo(Author.person("user", TestAccess.ADA));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"grace@example.org", ""})
    void callsAnotherPersonWhoMayApproveAnApprover(String requester) {
        assertThat(author(TestAccess.ada("staff", APPROVERS), requester))
                .isEqualTo(Author.person("approver", TestAccess.ADA));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "grace@example.org")
    void callsAnybodyElseAUser(String requester) {
        assertThat(author(TestAccess.ada("staff"), requester)).isEqualTo(Author.person("user", TestAccess.ADA));
    }

    @ParameterizedTest
    @ValueSource(strings = {"user", "approver", "system"})
    void callsAKeyWhatItWasIssuedAsByItsOwnId(String type) {
        assertThat(author(TestAccess.key(type), null)).isEqualTo(Author.of(type, TestAccess.KEY.toString()));
    }

    @Test
    void callsAKeySystemUnlessSaidOtherwise() {
        assertThat(author(TestAccess.key(null), null)).isEqualTo(Author.of("system", TestAccess.KEY.toString()));
    }

    @Test
    void callsAnAiByTheNameOfItsApplication() {
        assertThat(author(TestAccess.key("ai"), null)).isEqualTo(Author.of("ai", "terraform"));
    }

    private Author author(Caller caller, String requesterId) {
        return rule.author(caller, TestAccess.requestedBy(requesterId));
    }
}
