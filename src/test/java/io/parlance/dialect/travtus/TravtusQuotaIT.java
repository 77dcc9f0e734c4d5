package io.parlance.dialect.travtus;

import static io.parlance.dialect.travtus.TravtusTenant.assertAccepted;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.it.Http;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Requests of one credential beyond the quota, here one a second, of which nothing but the status is looked at. */
class TravtusQuotaIT {
    private final TravtusTenant travtus = new TravtusTenant("{\"rateLimit\":1}");

    @Test
    void refusesWhatComesTooFastAndStoresNothingOfIt() {
        var answers = Stream.iterate(0, i -> i + 1)
                .limit(8)
                .map(i -> CompletableFuture.supplyAsync(() ->
                        travtus.message("\"channel\":\"review\",\"review\":{\"review_id\":\"r-%d\"}".formatted(i))))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        var refused = answers.stream().filter(answer -> answer.status() == 429).toList();
        assertThat(refused).isNotEmpty().allSatisfy(answer -> {
            assertThat(answer.header("Retry-After")).isEqualTo("1");
            assertThatJson(answer.body()).isEqualTo("{\"message\":\"Too Many Requests\"}");
        });
        assertThat(travtus.tenant.messages()).hasSize(8 - refused.size());
    }

    @Test
    void countsEveryOperation() {
        travtus.send("{}");

        var answers = Stream.of(
                        travtus.communities("GET", "?name=G"),
                        Http.get("/webhook/app-portal-access/").bearer(travtus.token),
                        travtus.communities("POST").json("{"))
                .map(Http::send);

        assertThat(answers).anyMatch(answer -> answer.status() == 429);
    }

    @Test
    void countsEachCredentialForItself() {
        travtus.message("\"channel\":\"review\",\"review\":{\"review_id\":\"r\"}");

        assertAccepted(Http.post("/messages/")
                .bearer(travtus.bearer(""))
                .json("{\"group_id\":\"%s\",\"channel\":\"review\",\"review\":{\"review_id\":\"other\"}}"
                        .formatted(travtus.group))
                .send());
    }
}
