package io.parlance.core.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.parlance.core.config.Configuration;
import io.parlance.core.config.CoreKey;
import io.parlance.core.store.Uuids;
import io.parlance.core.tenant.Users;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Signs and verifies the JWTs of people: HS256 and nothing else, one key per tenant, claims {@code sub} (the person's id),
 * {@code tenant_id}, {@code groups}, {@code email}, {@code jti} (the credential's id, by which it is revoked), {@code iat} and
 * {@code exp}. Two of the names can be configured. Clocks may differ by a minute. A person acts in those groups that are both in
 * the token and still the person's own: a token never says more than it did, and never more than is true.
 */
@ApplicationScoped
class SignedTokens {
    private static final Duration SKEW = Duration.ofSeconds(60);

    @Inject
    Configuration configuration;

    @Inject
    MasterKey masterKey;

    @Inject
    Users users;

    String sign(Credential credential) {
        var userId = credential.userId();
        var expiresAt = credential.expiresAt();
        if (userId == null || expiresAt == null) {
            throw new IllegalArgumentException("a signed token needs a person and an end");
        }
        var user = users.require(credential.tenantId(), userId);
        var claims = new JWTClaimsSet.Builder()
                .subject(userId.toString())
                .claim(
                        configuration.text(CoreKey.JWT_TENANT_CLAIM),
                        credential.tenantId().toString())
                .claim(configuration.text(CoreKey.JWT_GROUPS_CLAIM), user.userGroups())
                .claim("email", user.email())
                .jwtID(credential.id().toString())
                .issueTime(Date.from(credential.createdAt()))
                .expirationTime(Date.from(expiresAt))
                .build();
        var token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        try {
            token.sign(new MACSigner(key(credential.tenantId())));
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot sign with HS256", e);
        }
        return token.serialize();
    }

    Verdict verify(String text, CallerDirectory directory) {
        try {
            var token = SignedJWT.parse(text);
            var claims = token.getJWTClaimsSet();
            var tenantId = uuid(claims.getStringClaim(configuration.text(CoreKey.JWT_TENANT_CLAIM)));
            var credentialId = uuid(claims.getJWTID());
            if (tenantId.isEmpty() || credentialId.isEmpty() || !genuine(token, tenantId.get())) {
                return Verdict.INVALID;
            }
            return classify(claims, directory.byId(tenantId.get(), credentialId.get()));
        } catch (ParseException | JOSEException e) {
            return Verdict.INVALID;
        }
    }

    private boolean genuine(SignedJWT token, UUID tenantId) throws JOSEException {
        return JWSAlgorithm.HS256.equals(token.getHeader().getAlgorithm())
                && token.verify(new MACVerifier(key(tenantId)));
    }

    private Verdict classify(JWTClaimsSet claims, Resolved resolved) throws ParseException {
        var now = Instant.now(Clock.systemUTC());
        var caller = resolved.caller();
        if (caller == null || resolved.verdict(now) == Verdict.INVALID || !isToken(caller, claims)) {
            return Verdict.INVALID;
        }
        var end = claims.getExpirationTime();
        var start = claims.getNotBeforeTime();
        if (end == null || (start != null && start.toInstant().isAfter(now.plus(SKEW)))) {
            return Verdict.INVALID;
        }
        return hasEnded(end.toInstant(), now) || hasEnded(resolved.expiresAt(), now)
                ? Verdict.EXPIRED
                : new Verdict.Granted(caller.within(groups(claims)));
    }

    private static boolean hasEnded(@Nullable Instant end, Instant now) {
        return end != null && !end.plus(SKEW).isAfter(now);
    }

    private List<String> groups(JWTClaimsSet claims) throws ParseException {
        var groups = claims.getStringListClaim(configuration.text(CoreKey.JWT_GROUPS_CLAIM));
        return groups == null ? List.of() : groups;
    }

    /** Whether the credential named by {@code jti} is a signed token, and that of the person in {@code sub}. */
    private static boolean isToken(Caller caller, JWTClaimsSet claims) {
        return caller.kind() == CredentialKind.USER_JWT
                && caller.requireUser().id().toString().equals(claims.getSubject());
    }

    private byte[] key(UUID tenantId) {
        return masterKey.derive("jwt/" + tenantId);
    }

    private static Optional<UUID> uuid(String text) {
        return text == null ? Optional.empty() : Uuids.parse(text);
    }
}
