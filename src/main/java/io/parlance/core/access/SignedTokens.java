package io.parlance.core.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.parlance.core.store.Uuids;
import io.parlance.core.tenant.Users;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;

/**
 * Signs and verifies the JWTs of people: HS256 and nothing else, one key per tenant, claims {@code sub} (the person's id),
 * {@code tenant_id}, {@code groups}, {@code email}, {@code jti} (the credential's id, by which it is revoked), {@code iat} and
 * {@code exp}. It ends exactly when its credential does: both are ours, so no skew is allowed for.
 */
@ApplicationScoped
class SignedTokens {
    private static final String TENANT_CLAIM = "tenant_id";

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
                .claim(TENANT_CLAIM, credential.tenantId().toString())
                .claim("groups", user.userGroups())
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
            var tenantId = uuid(claims.getStringClaim(TENANT_CLAIM));
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

    private static Verdict classify(JWTClaimsSet claims, Resolved resolved) {
        var now = Instant.now(Clock.systemUTC());
        var end = claims.getExpirationTime();
        if (end == null) {
            return Verdict.INVALID;
        }
        var caller = resolved.caller();
        if (caller == null || resolved.verdict(now) == Verdict.INVALID || !isToken(caller, claims)) {
            return Verdict.INVALID;
        }
        return end.toInstant().isAfter(now) ? resolved.verdict(now) : Verdict.EXPIRED;
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
