package io.parlance.dialect.mews;

import static io.parlance.dialect.mews.MewsTenant.ADD_THREAD;
import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.it.Admin;
import io.parlance.it.Http;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import org.junit.jupiter.api.Test;

/** {@code messageThreads/add} under a key. */
class MewsThreadsIdempotencyIT implements MewsIdempotentOperation {
    private final MewsTenant mews = new MewsTenant("{}");

    @Override
    public Admin.Tenant tenant() {
        return mews.tenant;
    }

    @Override
    public Http operation(String text) {
        return mews.request(ADD_THREAD, members(text));
    }

    @Override
    public Http operationOfAnother(String text) {
        var other = mews.tenant.application("{}");
        return MewsTenant.request(
                ADD_THREAD,
                mews.token(other, "{\"kind\":\"client-token\"}"),
                mews.token(other, "{\"kind\":\"access-token\",\"groups\":[\"%s\"]}".formatted(mews.enterprise)),
                members(text));
    }

    @Override
    public Http refused() {
        return mews.request(ADD_THREAD, "");
    }

    /** Threads, by subject; the list finds parts of one. */
    @Override
    public long stored(String text) {
        var subjects = Admin.get(mews.tenant.path("/threads?query=" + URLEncoder.encode(text, StandardCharsets.UTF_8)))
                .json()
                .path("items")
                .findValuesAsText("subject");
        return Collections.frequency(subjects, text);
    }

    @Test
    void takesTheSameKeyForAnotherOperation() {
        var key = "01234567-89ab";
        operation("thread").header(KEY, key).send();
        var added = mews.request("/messages/add", ",\"Messages\":[%s]".formatted(mews.item("text", "1")))
                .header(KEY, key)
                .send();

        assertThat(added.status()).as(added.body()).isEqualTo(200);
        assertThat(added.header(REPLAYED)).isEmpty();
    }

    private static String members(String subject) {
        return ",\"OriginalSender\":\"Ada Byron\",\"Subject\":\"%s\"".formatted(subject);
    }
}
