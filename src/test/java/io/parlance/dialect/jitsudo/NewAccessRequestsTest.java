package io.parlance.dialect.jitsudo;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.parlance.core.audit.Actor;
import io.parlance.core.audit.AuditEntry;
import io.parlance.core.config.TestConfiguration;
import io.parlance.core.lifecycle.Opening;
import io.parlance.core.lifecycle.ThreadLifecycle;
import io.parlance.core.message.MessageDraft;
import io.parlance.core.thread.MessageThread;
import io.parlance.dialect.jitsudo.policy.AccessTerms;
import io.parlance.dialect.jitsudo.policy.AccessTerms.ApprovalMode;
import io.parlance.dialect.jitsudo.policy.Decision;
import io.parlance.dialect.jitsudo.policy.PolicyEngine;
import io.parlance.rest.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a wish, on the terms of the policy. */
class NewAccessRequestsTest {
    private static final UUID POLICY = UUID.randomUUID();

    private final NewAccessRequests requests = new NewAccessRequests();
    private @Nullable Opening opened;

    NewAccessRequestsTest() {
        requests.configuration = TestConfiguration.of();
        requests.lifecycle = new ThreadLifecycle() {
            @Override
            public MessageThread open(Opening opening) {
                opened = opening;
                return MessageThread.of(opening.thread(), 1, Instant.EPOCH);
            }
        };
    }

    @Test
    void approvesAtOnceWhereThePolicySaysSo() {
        permit(terms(ApprovalMode.AUTO, null, null, null));

        assertThatJson(ask("")).isObject().containsEntry("status", "approved").containsEntry("approval_mode", "auto");
        assertThat(opened.due()).isNull();
        assertThat(opened.entries())
                .extracting(AuditEntry::action, AuditEntry::actor)
                .containsExactly(
                        tuple("request.created", new Actor("user", TestAccess.ADA + "")),
                        tuple("request.approved", Actor.SYSTEM));
        assertThatJson(opened.entries().get(1).metadata())
                .inPath("policy_ids")
                .isArray()
                .containsExactly(POLICY.toString());
        assertThat(opened.notes())
                .extracting(MessageDraft::body)
                .containsExactly("The request was approved by system: because");
    }

    @Test
    void waitsForAPersonAsLongAsThePolicySays() {
        permit(terms(ApprovalMode.REQUIRE, Duration.ofMinutes(5), null, null));

        assertThatJson(ask("")).isObject().containsEntry("status", "pending").containsEntry("approval_mode", "require");
        assertThat(opened.notes()).isEmpty();
        assertThat(opened.due()).isBetween(in(290), in(301));
    }

    @Test
    void waitsADayWhereNobodySaysHowLong() {
        permit(AccessTerms.DEFAULT);
        ask("");

        assertThat(opened.due()).isBetween(in(86_390), in(86_401));
    }

    @Test
    void waitsForEverWhereTheInstallationSaysSo() {
        requests.configuration = TestConfiguration.of("parlance.jitsudo.approval-timeout-seconds", "0");
        permit(AccessTerms.DEFAULT);
        ask("");

        assertThat(opened.due()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "600, -, -, 600",
                "600, 900, 300, 600",
                "-, -, -, 3600",
                "-, -, 300, 300",
                "-, 900, -, 900",
                "-, 900, 7200, 900"
            })
    void givesWhatIsAskedForOrElseWhatThePolicyGives(Integer asked, Integer most, Integer usual, int given) {
        permit(terms(ApprovalMode.REQUIRE, null, most, usual));

        assertThatJson(ask(",\"duration_seconds\":" + asked))
                .inPath("duration_seconds")
                .isEqualTo(given);
    }

    @Test
    void asksNoPolicyWhereTheGlassIsBroken() {
        requests.policies = (caller, action, access) -> {
            throw new AssertionError("asked");
        };

        assertThatJson(ask(",\"break_glass\":true,\"reason\":\"fire\""))
                .isObject()
                .containsEntry("status", "approved")
                .containsEntry("approval_mode", "break_glass");
        assertThat(opened.entries())
                .extracting(AuditEntry::action)
                .containsExactly("request.created", "request.break_glass");
        assertThat(opened.entries()).extracting(AuditEntry::reasoning).containsOnly("fire");
    }

    @Test
    void keepsNothingOfADenialButAnEntry() {
        requests.policies = (caller, action, access) -> Decision.denied(List.of("frozen"));

        var fault = catchThrowableOfType(JitsudoFault.class, () -> ask(""));
        assertThat(fault.body().notices()).containsExactly("frozen");
        assertThat(opened).isNull();
        assertThat(fault.entry()).satisfies(entry -> {
            assertThat(entry.resourceType()).isEqualTo("aws_account");
            assertThat(entry.resourceId()).isEqualTo("123456789012");
            assertThatJson(entry.metadata()).inPath("policy_action").isEqualTo("request_access");
        });
    }

    private AccessRequest ask(String moreMembers) {
        var body = Json.read(JitsudoTenant.wish(moreMembers).getBytes(StandardCharsets.UTF_8));
        return AccessRequest.of(requests.create(CreateAccessRequest.of(body), TestAccess.ada()));
    }

    private void permit(AccessTerms terms) {
        PolicyEngine policies =
                (caller, action, access) -> new Decision(true, List.of(), "because", List.of(POLICY), terms);
        requests.policies = policies;
    }

    private static AccessTerms terms(ApprovalMode mode, Duration timeout, Integer most, Integer usual) {
        return new AccessTerms(mode, timeout, most, usual);
    }

    private static Instant in(long seconds) {
        return Instant.now().plusSeconds(seconds);
    }
}
