package io.parlance.bench.micro;

import com.fasterxml.jackson.databind.JsonNode;
import io.parlance.core.access.CredentialKind;
import io.parlance.core.access.Secret;
import io.parlance.core.limit.Quota;
import io.parlance.core.limit.RateLimit;
import io.parlance.core.limit.TestLimits;
import io.parlance.core.store.Ids;
import io.parlance.rest.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What every request goes through. Public, with public methods, because JMH generates code that calls them. */
@State(Scope.Thread)
public class HotPath {
    private static final Quota QUOTA = new Quota("bench", Integer.MAX_VALUE - 1, Duration.ofSeconds(30));

    private final byte[] body =
            """
            {"group_id":"0199f0a0-0000-7000-8000-000000000001","channel":"review","message_direction":"inbound",\
            "review":{"source":"google","review_id":"review-0199f0a0","title":"A good place to live",\
            "comment":"The heating was repaired within a day, the staff is friendly, and the pool opens at nine.",\
            "rating":5,"created_datetime":"2026-11-20T09:30:00","updated_datetime":"2026-11-20T09:30:00"}}"""
                    .getBytes(StandardCharsets.UTF_8);
    private final String token = Secret.random(CredentialKind.BEARER);
    private final UUID credential = Ids.next();
    private final RateLimit limit = TestLimits.forgetful();

    @Benchmark
    public JsonNode bodyParse() {
        return Json.read(body);
    }

    @Benchmark
    public byte[] tokenHash() {
        return Secret.wellFormed(CredentialKind.BEARER, token) ? Secret.sha256(token) : new byte[0];
    }

    @Benchmark
    public void limiterDecision() {
        limit.require(credential, credential, QUOTA);
    }

    @Benchmark
    public UUID nextId() {
        return Ids.next();
    }
}
