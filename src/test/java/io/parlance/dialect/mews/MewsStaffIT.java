package io.parlance.dialect.mews;

import static io.parlance.dialect.mews.MewsTenant.GET_THREADS;
import static io.parlance.dialect.mews.MewsTenant.page;
import static io.parlance.dialect.mews.MewsTenant.quoted;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.parlance.it.Admin;
import org.junit.jupiter.api.Test;

/** What the people of the property do through the admin API, as the application sees it at once. */
class MewsStaffIT {
    private final MewsTenant mews = new MewsTenant("{}");
    private final String thread = mews.addThread("Breakfast");

    @Test
    void showsAReplyAsTheEnterprises() {
        mews.add(MewsTenant.item(thread, "When?", "1"));
        var reply = Admin.create(mews.tenant.path("/threads/" + thread + "/messages"), "{\"text\":\"From seven on\"}");

        var messages = mews.messages(quoted(thread), "", 10).json().path("Messages");

        assertThat(messages.findValuesAsText("Text")).containsExactly("From seven on", "When?");
        assertThat(messages.findValuesAsText("Sender")).containsExactly("Enterprise", "Application");
        assertThat(messages.at("/0/Id").asText()).isEqualTo(reply.path("id").asText());
    }

    @Test
    void showsAReplyAsTheEnterprisesInTheObjectForm() {
        var modern = new MewsTenant("{\"mews.senderFormat\":\"object\"}");
        Admin.create(modern.tenant.path("/threads/" + modern.thread + "/messages"), "{\"text\":\"Welcome\"}");

        assertThatJson(modern.messages(quoted(modern.thread), "", 1).body())
                .inPath("Messages[0].Sender")
                .isEqualTo("{\"Discriminator\":\"Enterprise\",\"Value\":null}");
    }

    @Test
    void showsAThreadAsResolvedUntilItIsOpenedAgain() {
        resolve(true);
        assertThat(shown().path("IsResolved").booleanValue()).isTrue();
        assertThat(mews.add(MewsTenant.item(thread, "One more thing", "1")).status())
                .isEqualTo(200);
        assertThat(shown().path("IsResolved").booleanValue()).isTrue();

        resolve(false);
        assertThat(shown().path("IsResolved").booleanValue()).isFalse();
    }

    @Test
    void changesAThreadByAReplyAndByAResolution() {
        age();
        Admin.create(mews.tenant.path("/threads/" + thread + "/messages"), "{\"text\":\"Welcome\"}");
        assertThat(shown().path("UpdatedUtc").asText()).isGreaterThan("2026-05-06");

        age();
        resolve(true);
        assertThat(shown().path("UpdatedUtc").asText()).isGreaterThan("2026-05-06");
    }

    private void age() {
        mews.sql("update thread set created_at = '2026-05-05 10:00:00Z', updated_at = '2026-05-05 10:00:00Z'"
                + " where tenant_id = ?");
    }

    private void resolve(boolean resolved) {
        Admin.call("PATCH", mews.tenant.path("/threads/" + thread), "{\"resolved\":%s}".formatted(resolved));
    }

    private JsonNode shown() {
        return mews.post(GET_THREADS, ",\"MessageThreadIds\":[%s]%s".formatted(quoted(thread), page(1, null)))
                .json()
                .at("/MessageThreads/0");
    }
}
