package io.parlance.dialect.jitsudo;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.parlance.core.thread.MessageThread;
import io.parlance.core.thread.ThreadDirectory;
import io.parlance.dialect.jitsudo.policy.Decision;
import io.parlance.dialect.jitsudo.policy.PolicyEngine;
import io.parlance.dialect.jitsudo.policy.PolicyEngine.Action;
import io.parlance.dialect.jitsudo.policy.UserGroupPolicy;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AccessRequestsTest {
    private static final String NOT_FOUND = "{\"code\": \"not_found\", \"message\": \"access request not found\"}";

    private final MessageThread known = TestAccess.requestedBy("ada@example.org");
    private final AccessRequests requests = requests(known, (caller, action, thread) -> Decision.of(true));

    @Test
    void findsAnAccessRequestByItsIdInAnyCase() {
        assertThat(require(requests, known.id().toString().toUpperCase(Locale.ROOT)))
                .isEqualTo(known);
    }

    @Test
    void answersAnUnknownAMalformedAndAForeignIdAlike() {
        var mews = TestAccess.accessRequest(TestAccess.TENANT, "mews", null);
        var ofMews = requests(mews, (caller, action, thread) -> Decision.of(true));
        for (var fault : List.of(
                refused(requests, UUID.randomUUID().toString()),
                refused(requests, "4711"),
                refused(requests, known.id().toString().replace("-", "")),
                refused(ofMews, mews.id().toString()))) {
            assertThat(fault.error()).isEqualTo(JitsudoError.NOT_FOUND);
            assertThatJson(fault.body()).isEqualTo(NOT_FOUND);
        }
    }

    @Test
    void tellsWhatTheDenyingRulesTell() {
        var frozen = requests(known, (caller, action, thread) -> Decision.denied(List.of("frozen", "ask Grace")));
        var fault = refused(frozen, known.id().toString());
        assertThat(fault.error()).isEqualTo(JitsudoError.FORBIDDEN);
        assertThatJson(fault.body())
                .isEqualTo(
                        """
                {"code": "forbidden", "message": "you are not permitted to do this", "notices": ["frozen", "ask Grace"]}""");
    }

    @Test
    void leavesNoticesOutWhereNoRuleHasOne() {
        var silent = requests(known, (caller, action, thread) -> Decision.of(false));
        assertThatJson(refused(silent, known.id().toString()).body())
                .isEqualTo("{\"code\": \"forbidden\", \"message\": \"you are not permitted to do this\"}");
    }

    @Test
    void asksThePolicyOnlyAboutWhatExists() {
        var unasked = requests(known, (caller, action, thread) -> {
            throw new AssertionError("asked");
        });
        assertThat(refused(unasked, UUID.randomUUID().toString()).error()).isEqualTo(JitsudoError.NOT_FOUND);
    }

    @Test
    void permitsAllOfTheTenantToDiscussAndApproversToApprove() {
        var policy = new UserGroupPolicy();
        var known = TestAccess.requestedBy("grace@example.org");
        assertThat(policy.decide(TestAccess.key("system"), Action.ADD_MESSAGE, known)
                        .permitted())
                .isTrue();
        assertThat(policy.decide(TestAccess.ada(), Action.ADD_MESSAGE, known).permitted())
                .isTrue();
        assertThat(policy.decide(TestAccess.ada("approvers"), Action.APPROVE, known)
                        .permitted())
                .isTrue();
        assertThat(policy.decide(TestAccess.ada("readers"), Action.APPROVE, known)
                        .permitted())
                .isFalse();
        assertThat(policy.decide(TestAccess.key("approver"), Action.APPROVE, known)
                        .permitted())
                .isFalse();
    }

    @Test
    void letsNobodyDecideTheOwnRequestButCancelIt() {
        var policy = new UserGroupPolicy();
        assertThat(policy.decide(TestAccess.ada("approvers"), Action.APPROVE, known)
                        .permitted())
                .isFalse();
        assertThat(policy.decide(TestAccess.ada(), Action.CANCEL, known).permitted())
                .isTrue();
    }

    @Test
    void permitsNothingAcrossTenants() {
        var foreign = TestAccess.accessRequest(UUID.randomUUID(), "jitsudo", null);
        for (var action : Action.values()) {
            assertThat(new UserGroupPolicy()
                            .decide(TestAccess.ada("approvers"), action, foreign)
                            .permitted())
                    .isFalse();
        }
    }

    private static MessageThread require(AccessRequests requests, String id) {
        return requests.require(TestAccess.ada(), id, Action.ADD_MESSAGE);
    }

    private static JitsudoFault refused(AccessRequests requests, String id) {
        return catchThrowableOfType(JitsudoFault.class, () -> require(requests, id));
    }

    private static AccessRequests requests(MessageThread thread, PolicyEngine policy) {
        var requests = new AccessRequests();
        requests.policies = policy;
        requests.directory = new ThreadDirectory() {
            @Override
            public Optional<MessageThread> find(UUID tenantId, UUID id) {
                return thread.tenantId().equals(tenantId) && thread.id().equals(id)
                        ? Optional.of(thread)
                        : Optional.empty();
            }
        };
        return requests;
    }
}
