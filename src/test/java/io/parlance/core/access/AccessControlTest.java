package io.parlance.core.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccessControlTest {
    private static final String CLIENT = Secret.random(CredentialKind.CLIENT_TOKEN);
    private static final String ACCESS = Secret.random(CredentialKind.ACCESS_TOKEN);

    private static final UUID APPLICATION = UUID.randomUUID();

    private final TestCallers directory = new TestCallers();
    private final List<UUID> used = new ArrayList<>();
    private final AccessControl access = new AccessControl();

    @BeforeEach
    void assemble() {
        access.directory = directory;
        access.lastUsed = new LastUsed() {
            @Override
            void note(Caller caller) {
                used.add(caller.credentialId());
            }
        };
    }

    @Test
    void missesACredentialThatWasNotPresented() {
        assertThat(access.check(new Presented.None())).isEqualTo(Verdict.MISSING);
    }

    @Test
    void grantsAKnownTokenAndNotesItsUse() {
        var token = Secret.random(CredentialKind.API_KEY);
        var credential = directory.add(token, TestCallers.ofApplication(CredentialKind.API_KEY, APPLICATION));
        assertThat(check(token, CredentialKind.API_KEY)).isInstanceOf(Verdict.Granted.class);
        assertThat(used).containsExactly(credential.id());
    }

    @Test
    void refusesAnUnknownToken() {
        assertThat(check(Secret.random(CredentialKind.API_KEY), CredentialKind.API_KEY))
                .isEqualTo(Verdict.INVALID);
        assertThat(used).isEmpty();
    }

    @Test
    void asksNoDirectoryAboutAMistypedToken() {
        var token = Secret.random(CredentialKind.API_KEY) + "x";
        directory.add(token, TestCallers.ofApplication(CredentialKind.API_KEY, APPLICATION));
        assertThat(check(token, CredentialKind.API_KEY)).isEqualTo(Verdict.INVALID);
    }

    @Test
    void refusesATokenOfAKindThatWasNotAskedFor() {
        directory.add(CLIENT, TestCallers.ofApplication(CredentialKind.CLIENT_TOKEN, APPLICATION));
        assertThat(check(CLIENT, CredentialKind.ACCESS_TOKEN)).isEqualTo(Verdict.INVALID);
    }

    @Test
    void doesNotTellThatATokenOfAnotherKindHasExpired() {
        directory.add(
                CLIENT,
                TestCallers.credential(CredentialKind.CLIENT_TOKEN, APPLICATION, null, Duration.ofSeconds(-1), null));
        assertThat(check(CLIENT, CredentialKind.ACCESS_TOKEN)).isEqualTo(Verdict.INVALID);
        assertThat(check(CLIENT, CredentialKind.CLIENT_TOKEN)).isEqualTo(Verdict.EXPIRED);
    }

    @Test
    void callsARevokedTokenInvalidEvenWhenItHasExpired() {
        var token = Secret.random(CredentialKind.USER_BEARER);
        directory.add(
                token, TestCallers.ofUser(CredentialKind.USER_BEARER, Duration.ofSeconds(-1), Duration.ofSeconds(-1)));
        assertThat(check(token, CredentialKind.USER_BEARER)).isEqualTo(Verdict.INVALID);
    }

    @Test
    void grantsAPairOfOneApplicationAndNotesBoth() {
        var client = directory.add(CLIENT, TestCallers.ofApplication(CredentialKind.CLIENT_TOKEN, APPLICATION));
        var token = directory.add(ACCESS, TestCallers.ofApplication(CredentialKind.ACCESS_TOKEN, APPLICATION));
        assertThat(access.check(new Presented.TokenPair(CLIENT, ACCESS)))
                .isEqualTo(new Verdict.Granted(TestCallers.resolved(token).caller()));
        assertThat(used).containsExactlyInAnyOrder(client.id(), token.id());
    }

    @Test
    void refusesAPairOfTwoApplications() {
        directory.add(CLIENT, TestCallers.ofApplication(CredentialKind.CLIENT_TOKEN, APPLICATION));
        directory.add(ACCESS, TestCallers.ofApplication(CredentialKind.ACCESS_TOKEN, UUID.randomUUID()));
        assertThat(access.check(new Presented.TokenPair(CLIENT, ACCESS))).isEqualTo(Verdict.INVALID);
        assertThat(used).isEmpty();
    }

    @Test
    void refusesAPairWithASwappedOrAMissingHalf() {
        directory.add(CLIENT, TestCallers.ofApplication(CredentialKind.CLIENT_TOKEN, APPLICATION));
        directory.add(ACCESS, TestCallers.ofApplication(CredentialKind.ACCESS_TOKEN, APPLICATION));
        assertThat(access.check(new Presented.TokenPair(ACCESS, CLIENT))).isEqualTo(Verdict.INVALID);
        assertThat(access.check(new Presented.TokenPair(CLIENT, ""))).isEqualTo(Verdict.INVALID);
    }

    private Verdict check(String token, CredentialKind kind) {
        return access.check(new Presented.Token(token, Set.of(kind)));
    }
}
