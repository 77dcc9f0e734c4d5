package io.parlance.dialect.jitsudo;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.parlance.it.Admin;
import io.parlance.it.Answer;
import io.parlance.it.TestServer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Which credentials this API takes. Forged tokens are made with the server's own key where that makes them better. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JitsudoCredentialsIT {
    private static final int OK = 201;

    private JitsudoTenant jitsudo;
    private JitsudoTenant other;
    private String good;

    @BeforeAll
    void provision() {
        jitsudo = JitsudoTenant.provision();
        other = JitsudoTenant.provision();
        good = jitsudo.token(jitsudo.adaId(), "jwt");
    }

    @Test
    void takesAJwtSignedAgainWithTheTenantsKey() throws Exception {
        assertThat(say(signed(JWSAlgorithm.HS256, key(jitsudo.id()), claims(good)))
                        .status())
                .isEqualTo(OK);
    }

    @Test
    void refusesAnExpiredJwt() throws Exception {
        var ended = new JWTClaimsSet.Builder(claims(good))
                .expirationTime(Date.from(Instant.now().minusSeconds(62)))
                .build();

        assertUnauthenticated(say(signed(JWSAlgorithm.HS256, key(jitsudo.id()), ended)));
    }

    @Test
    void refusesAJwtWithoutASignature() {
        var parts = good.split("\\.");
        var none = base64("{\"alg\":\"none\"}");

        assertUnauthenticated(say(none + "." + parts[1] + "."));
        assertUnauthenticated(say(none + "." + parts[1] + "." + parts[2]));
        assertUnauthenticated(say(parts[0] + "." + parts[1] + "."));
    }

    @Test
    void refusesAJwtOfAnotherAlgorithm() throws Exception {
        var longKey = Arrays.copyOf(key(jitsudo.id()), 64); // zeros behind it make no other HMAC key

        assertUnauthenticated(say(signed(JWSAlgorithm.HS512, longKey, claims(good))));
    }

    @Test
    void refusesAJwtOfAnotherKey() throws Exception {
        assertUnauthenticated(say(signed(JWSAlgorithm.HS256, key(other.id()), claims(good))));
    }

    @Test
    void refusesAJwtWithChangedClaims() throws Exception {
        var parts = good.split("\\.");
        var promoted = new JWTClaimsSet.Builder(claims(good))
                .claim("groups", "approvers")
                .build();

        assertUnauthenticated(say(parts[0] + "." + base64(promoted.toString()) + "." + parts[2]));
    }

    @Test
    void refusesARevokedJwt() {
        var issued = jitsudo.issueToken(jitsudo.adaId(), "jwt");
        assertThat(say(issued.path("token").asText()).status()).isEqualTo(OK);

        jitsudo.revoke(issued);

        assertUnauthenticated(say(issued.path("token").asText()));
    }

    @Test
    void refusesTheTokenOfAPersonWhoIsGone() {
        var grace = jitsudo.tenant().user("grace@example.org", "[]").path("id").asText();
        var token = jitsudo.token(grace, "jwt");
        assertThat(say(token).status()).isEqualTo(OK);

        Admin.call("DELETE", jitsudo.tenant().path("/users/" + grace), "");

        assertSoonUnauthenticated(token);
    }

    @Test
    void refusesARevokedKey() {
        var issued = jitsudo.issueKey("system");
        assertThat(withKey(issued.path("token").asText()).status()).isEqualTo(OK);

        jitsudo.revoke(issued);

        assertUnauthenticated(withKey(issued.path("token").asText()));
    }

    @Test
    void refusesAnUnknownAndAMistypedKey() {
        assertUnauthenticated(withKey("nonsense"));
        assertUnauthenticated(withKey(jitsudo.key() + "x"));
        assertUnauthenticated(withKey(jitsudo.key().replace("plk_", "plb_")));
    }

    @Test
    void refusesAGoodBearerTokenBehindAWrongKey() {
        assertUnauthenticated(jitsudo.post()
                .header("X-API-Key", "nonsense")
                .bearer(good)
                .json("{\"content\": \"x\"}")
                .send());
    }

    @Test
    void refusesCredentialsOfOtherKinds() {
        var bearer = jitsudo.tenant()
                .credential(jitsudo.application(), "{\"kind\":\"bearer\"}")
                .path("token")
                .asText();

        assertUnauthenticated(say(bearer));
        assertUnauthenticated(withKey(bearer));
        assertUnauthenticated(say(jitsudo.key()));
        assertUnauthenticated(withKey(jitsudo.token(jitsudo.adaId(), "bearer")));
        assertUnauthenticated(say(TestServer.adminToken()));
    }

    @Test
    void knowsAnInstallationWideKeyAsThatOfNoTenant() {
        var answer = withKey(TestServer.adminToken());
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().path("code").asText()).isEqualTo("tenant_mismatch");
    }

    @Test
    void refusesBothKindsOfAnotherTenantUnderTheOwnHeader() {
        var body = "{\"content\": \"x\"}";

        assertMismatch(
                jitsudo.post().header("X-API-Key", other.key()).json(body).send());
        assertMismatch(jitsudo.post()
                .bearer(other.token(other.adaId(), "jwt"))
                .json(body)
                .send());
        assertMismatch(jitsudo.post()
                .bearer(other.token(other.adaId(), "bearer"))
                .json(body)
                .send());
    }

    private Answer say(String token) {
        return jitsudo.post().bearer(token).json("{\"content\": \"x\"}").send();
    }

    private Answer withKey(String key) {
        return jitsudo.post()
                .header("X-API-Key", key)
                .json("{\"content\": \"x\"}")
                .send();
    }

    private void assertSoonUnauthenticated(String token) {
        await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> assertUnauthenticated(say(token)));
    }

    private static void assertUnauthenticated(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(401);
        assertThatJson(answer.body()).inPath("code").isEqualTo("unauthenticated");
    }

    private static void assertMismatch(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(403);
        assertThatJson(answer.body()).inPath("code").isEqualTo("tenant_mismatch");
    }

    private static JWTClaimsSet claims(String token) throws ParseException {
        return SignedJWT.parse(token).getJWTClaimsSet();
    }

    private static String signed(JWSAlgorithm algorithm, byte[] key, JWTClaimsSet claims) throws JOSEException {
        var token = new SignedJWT(new JWSHeader(algorithm), claims);
        token.sign(new MACSigner(key));
        return token.serialize();
    }

    /** The key with which the server signs this tenant's tokens. */
    private static byte[] key(String tenantId) throws GeneralSecurityException {
        var master = TestServer.settings("parlance", TestServer.demoSheet()).get("parlance.master-key");
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(master.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return mac.doFinal(("jwt/" + tenantId).getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
