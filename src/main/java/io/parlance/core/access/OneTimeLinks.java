package io.parlance.core.access;

import io.parlance.core.store.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Keys for links that somebody may open once, within five minutes, without a credential. */
@ApplicationScoped
@Transactional
public class OneTimeLinks {
    private static final Duration LIFETIME = Duration.ofMinutes(5);

    @Inject
    ShortLivedSecrets secrets;

    @Inject
    CallerRows callers;

    /** A new key, issued on the strength of the caller's credential. */
    public String issue(Caller caller) {
        var key = Secret.random(CredentialKind.ONE_TIME_LINK);
        var now = Instant.now(Clock.systemUTC());
        secrets.add(new ShortLivedSecret(
                caller.tenantId(),
                Ids.next(),
                CredentialKind.ONE_TIME_LINK,
                caller.credentialId(),
                null,
                Secret.sha256(key),
                now,
                now.plus(LIFETIME)));
        return key;
    }

    /** Uses a key up; false if it is unknown, was used, or has ended, by itself or with the credential it was issued on. */
    public boolean redeem(String key) {
        return Secret.wellFormed(CredentialKind.ONE_TIME_LINK, key)
                && secrets.take(CredentialKind.ONE_TIME_LINK, Secret.sha256(key))
                        .filter(this::isGood)
                        .isPresent();
    }

    private boolean isGood(ShortLivedSecret link) {
        var credential = callers.byId(link.tenantId(), link.credentialId());
        return credential.lending(link).verdict(Instant.now(Clock.systemUTC())) instanceof Verdict.Granted;
    }
}
