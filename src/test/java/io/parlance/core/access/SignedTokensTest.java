package io.parlance.core.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.parlance.core.config.TestConfiguration;
import io.parlance.core.tenant.User;
import io.parlance.core.tenant.Users;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedTokensTest {
    private final TestCallers directory = new TestCallers();
    private final SignedTokens tokens = new SignedTokens();

    @BeforeEach
    void signWithAKnownMasterKey() {
        tokens.configuration = TestConfiguration.of();
        tokens.masterKey = masterKey("one master key of thirty-two chars");
        tokens.users = new Users() {
            @Override
            public User require(UUID tenantId, UUID id) {
                return TestCallers.user(tenantId, id);
            }
        };
    }

    @Test
    void grantsATokenOfItsOwn() {
        var credential = known(TestCallers.HOUR, null);
        assertThat(verify(tokens.sign(credential)))
                .isEqualTo(new Verdict.Granted(TestCallers.resolved(credential).caller()));
    }

    @Test
    void tellsWhoItIsForInItsClaims() throws ParseException {
        var credential = known(TestCallers.HOUR, null);
        var claims = SignedJWT.parse(tokens.sign(credential)).getJWTClaimsSet();
        assertThat(claims.getSubject()).isEqualTo(credential.userId().toString());
        assertThat(claims.getStringClaim("tenant_id")).isEqualTo(TestCallers.TENANT.toString());
        assertThat(claims.getJWTID()).isEqualTo(credential.id().toString());
        assertThat(claims.getStringListClaim("groups")).containsExactly("approvers");
        assertThat(claims.getStringClaim("email")).isEqualTo("ada@example.org");
    }

    @Test
    void letsClocksDifferByAMinute() {
        assertThat(verify(tokens.sign(known(Duration.ofSeconds(-61), null)))).isEqualTo(Verdict.EXPIRED);
        assertThat(verify(tokens.sign(known(Duration.ofSeconds(-50), null)))).isInstanceOf(Verdict.Granted.class);
    }

    @Test
    void takesATokenFromItsBeginningOnAndClocksMayDifferThereToo() throws JOSEException {
        assertThat(verify(beginningIn(Duration.ofSeconds(50)))).isInstanceOf(Verdict.Granted.class);
        assertThat(verify(beginningIn(Duration.ofSeconds(70)))).isEqualTo(Verdict.INVALID);
    }

    @Test
    void revokesATokenAtOnceWhateverClocksSay() {
        assertThat(verify(tokens.sign(known(Duration.ofSeconds(-10), Duration.ofSeconds(-1)))))
                .isEqualTo(Verdict.INVALID);
    }

    @Test
    void countsOnlyGroupsThatAreInTheToken() throws JOSEException {
        assertThat(groups(List.of("approvers", "kings"))).containsExactly("approvers");
        assertThat(groups(List.of("readers"))).isEmpty();
        assertThat(groups(null)).isEmpty();
    }

    @Test
    void refusesATokenWhoseGroupsAreNoList() throws JOSEException {
        var credential = known(TestCallers.HOUR, null);
        var claims = new JWTClaimsSet.Builder(claims(credential))
                .claim("groups", "approvers")
                .build();
        assertThat(verify(signed(JWSAlgorithm.HS256, key(), claims))).isEqualTo(Verdict.INVALID);
    }

    @Test
    void readsTenantAndGroupsUnderConfiguredNames() throws ParseException {
        tokens.configuration =
                TestConfiguration.of("parlance.jwt.tenant-claim", "org", "parlance.jwt.groups-claim", "roles");
        var token = tokens.sign(known(TestCallers.HOUR, null));
        var claims = SignedJWT.parse(token).getJWTClaimsSet();
        assertThat(claims.getStringClaim("org")).isEqualTo(TestCallers.TENANT.toString());
        assertThat(claims.getStringListClaim("roles")).containsExactly("approvers");
        assertThat(verify(token)).isInstanceOf(Verdict.Granted.class);
        tokens.configuration = TestConfiguration.of("parlance.jwt.groups-claim", "roles");
        assertThat(verify(token)).isEqualTo(Verdict.INVALID);
    }

    @Test
    void refusesARevokedToken() {
        assertThat(verify(tokens.sign(known(TestCallers.HOUR, Duration.ofSeconds(-1)))))
                .isEqualTo(Verdict.INVALID);
    }

    @Test
    void takesATokenUntilItsRevocationComes() {
        assertThat(verify(tokens.sign(known(TestCallers.HOUR, Duration.ofMinutes(5)))))
                .isInstanceOf(Verdict.Granted.class);
    }

    @Test
    void refusesATokenWhoseCredentialIsGone() {
        var unknown = TestCallers.ofUser(CredentialKind.USER_JWT, TestCallers.HOUR, null);
        assertThat(verify(tokens.sign(unknown))).isEqualTo(Verdict.INVALID);
    }

    @Test
    void refusesATokenThatNamesACredentialOfAnotherKind() {
        var opaque = TestCallers.ofUser(CredentialKind.USER_BEARER, TestCallers.HOUR, null);
        directory.add("plu", opaque);
        assertThat(verify(tokens.sign(opaque))).isEqualTo(Verdict.INVALID);
    }

    @Test
    void refusesATokenSignedByAnotherInstallation() {
        var token = tokens.sign(known(TestCallers.HOUR, null));
        tokens.masterKey = masterKey("another master key of 32 characters");
        assertThat(verify(token)).isEqualTo(Verdict.INVALID);
    }

    @Test
    void refusesATokenSignedWithAnotherTenantsKey() throws JOSEException {
        var credential = known(TestCallers.HOUR, null);
        var foreign = tokens.masterKey.derive("jwt/" + UUID.randomUUID());
        assertThat(verify(signed(JWSAlgorithm.HS256, foreign, claims(credential))))
                .isEqualTo(Verdict.INVALID);
    }

    @Test
    void refusesOtherAlgorithmsEvenWithTheRightKey() throws JOSEException {
        var key = Arrays.copyOf(key(), 64); // HS512 wants more; HMAC pads keys with zeros, so it is the same key
        var credential = known(TestCallers.HOUR, null);
        assertThat(verify(signed(JWSAlgorithm.HS384, key, claims(credential)))).isEqualTo(Verdict.INVALID);
        assertThat(verify(signed(JWSAlgorithm.HS512, key, claims(credential)))).isEqualTo(Verdict.INVALID);
        assertThat(verify(signed(JWSAlgorithm.HS256, key, claims(credential)))).isInstanceOf(Verdict.Granted.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "None", "", "RS256", "ES256", "HS1"})
    void refusesATokenWhoseHeaderNamesAnotherAlgorithm(String algorithm) {
        var parts = tokens.sign(known(TestCallers.HOUR, null)).split("\\.");
        var header = base64("{\"alg\":\"%s\"}".formatted(algorithm));
        assertThat(verify(header + "." + parts[1] + "." + parts[2])).isEqualTo(Verdict.INVALID);
        assertThat(verify(header + "." + parts[1] + ".")).isEqualTo(Verdict.INVALID);
    }

    @Test
    void refusesATokenWithoutAnEnd() throws JOSEException {
        var credential = known(TestCallers.HOUR, null);
        var endless = new JWTClaimsSet.Builder(claims(credential))
                .expirationTime(null)
                .build();
        assertThat(verify(signed(JWSAlgorithm.HS256, key(), endless))).isEqualTo(Verdict.INVALID);
    }

    @Test
    void refusesATokenOfAnotherPersonThanItsCredential() throws JOSEException {
        var credential = known(TestCallers.HOUR, null);
        var other = new JWTClaimsSet.Builder(claims(credential))
                .subject(UUID.randomUUID().toString())
                .build();
        assertThat(verify(signed(JWSAlgorithm.HS256, key(), other))).isEqualTo(Verdict.INVALID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "..", "a.b.c", "e30.e30.e30", "eyJhbGciOiJIUzI1NiJ9..x", "eyJhbGciOiJIUzI1NiJ9.bnVsbA.x"})
    void refusesWhatIsNoToken(String text) {
        assertThat(verify(text)).isEqualTo(Verdict.INVALID);
    }

    @Test
    void refusesEveryDamagedTokenWithoutAFault() {
        var good = tokens.sign(known(TestCallers.HOUR, null));
        var random = new Random(7);
        for (int i = 0; i < 5000; i++) {
            var damaged = new StringBuilder(good);
            int place = random.nextInt(good.lastIndexOf('.') - 1);
            damaged.setCharAt(place, (char) (33 + random.nextInt(94)));
            if (!damaged.toString().equals(good)) {
                assertThat(verify(damaged.toString())).as(damaged.toString()).isEqualTo(Verdict.INVALID);
            }
        }
    }

    @Test
    void refusesHostileHeadersAndClaimsWithoutAFault() {
        for (var json : new String[] {
            "[".repeat(50_000),
            "{\"alg\":\"HS256\",\"crit\":[\"x\"]}",
            "{\"alg\":\"HS256\",\"crit\":[]}",
            "{\"alg\":\"HS256\",\"b64\":false,\"crit\":[\"b64\"]}",
            "{\"alg\":\"HS256\",\"zip\":\"DEF\"}",
            "{\"alg\":\"HS256\",\"jwk\":{\"kty\":\"oct\",\"k\":\"\"}}",
            "{\"alg\":\"HS256\",\"alg\":\"HS256\"}",
            "{\"alg\":7}",
            "{\"alg\":\"HS256\",\"exp\":1e999,\"tenant_id\":\"x\",\"jti\":[]}",
            "{\"alg\":\"HS256\",\"exp\":\"soon\",\"tenant_id\":7}"
        }) {
            assertThat(verify(base64(json) + "." + base64("{}") + ".eA")).isEqualTo(Verdict.INVALID);
            assertThat(verify(base64("{\"alg\":\"HS256\"}") + "." + base64(json) + ".eA"))
                    .isEqualTo(Verdict.INVALID);
        }
    }

    @Test
    void signsForNobodyAndForeverNot() {
        var application = TestCallers.ofApplication(CredentialKind.USER_JWT, UUID.randomUUID());
        assertThatThrownBy(() -> tokens.sign(application)).isInstanceOf(IllegalArgumentException.class);
        var endless = TestCallers.ofUser(CredentialKind.USER_JWT, null, null);
        assertThatThrownBy(() -> tokens.sign(endless)).isInstanceOf(IllegalArgumentException.class);
    }

    private String beginningIn(Duration time) throws JOSEException {
        var credential = known(TestCallers.HOUR, null);
        return signed(
                JWSAlgorithm.HS256,
                key(),
                new JWTClaimsSet.Builder(claims(credential))
                        .notBeforeTime(Date.from(Instant.now().plus(time)))
                        .build());
    }

    /** The groups in which somebody of the group approvers acts by a token that names these. */
    private List<String> groups(List<String> named) throws JOSEException {
        var claims = new JWTClaimsSet.Builder(claims(known(TestCallers.HOUR, null)))
                .claim("groups", named)
                .build();
        var verdict = (Verdict.Granted) verify(signed(JWSAlgorithm.HS256, key(), claims));
        return verdict.caller().requireUser().userGroups();
    }

    private Verdict verify(String token) {
        return tokens.verify(token, directory);
    }

    private Credential known(Duration end, Duration revoked) {
        var credential = TestCallers.ofUser(CredentialKind.USER_JWT, end, revoked);
        return directory.add(credential.id().toString(), credential);
    }

    private byte[] key() {
        return tokens.masterKey.derive("jwt/" + TestCallers.TENANT);
    }

    private JWTClaimsSet claims(Credential credential) {
        try {
            return SignedJWT.parse(tokens.sign(credential)).getJWTClaimsSet();
        } catch (ParseException e) {
            throw new AssertionError(e);
        }
    }

    private static String signed(JWSAlgorithm algorithm, byte[] key, JWTClaimsSet claims) throws JOSEException {
        var token = new SignedJWT(new JWSHeader(algorithm), claims);
        token.sign(new MACSigner(key));
        return token.serialize();
    }

    private static MasterKey masterKey(String text) {
        var key = new MasterKey();
        key.configuration = TestConfiguration.of("parlance.master-key", text);
        return key;
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
