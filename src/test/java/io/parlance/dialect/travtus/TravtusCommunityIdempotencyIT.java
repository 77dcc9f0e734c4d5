package io.parlance.dialect.travtus;

import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.it.Admin;
import io.parlance.it.Http;
import org.junit.jupiter.api.Test;

class TravtusCommunityIdempotencyIT implements TravtusIdempotentOperation {
    private final TravtusTenant travtus = new TravtusTenant();

    @Override
    public Admin.Tenant tenant() {
        return travtus.tenant;
    }

    @Override
    public Http operation(String text) {
        return create(travtus.token, text);
    }

    @Override
    public Http operationOfAnother(String text) {
        var token = travtus.tenant
                .credential(travtus.tenant.application("{}"), "{\"kind\":\"bearer\"}")
                .path("token")
                .asText();
        return create(token, text);
    }

    @Override
    public Http refused() {
        return travtus.communities("POST").json("{}");
    }

    @Override
    public long stored(String text) {
        var groups = Admin.get(travtus.tenant.path("/groups?limit=250")).json().path("items");
        return groups.findValuesAsText("name").stream().filter(text::equals).count();
    }

    @Test
    void changesACommunityOnceUnderAKey() {
        var first = change("one").header(KEY, "change").send();
        travtus.communities("PATCH")
                .json("{\"community_id\":\"%s\",\"status\":\"two\"}".formatted(travtus.group))
                .send();
        var again = change("one").header(KEY, "change").send();

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header(REPLAYED)).isEqualTo("true");
        assertThat(travtus.communities("GET", "?name=G")
                        .send()
                        .json()
                        .at("/communities/0/status")
                        .asText())
                .isEqualTo("two");
        assertReused(change("three").header(KEY, "change").send());
    }

    private Http change(String status) {
        return travtus.communities("PATCH")
                .json("{\"community_id\":\"%s\",\"status\":\"%s\"}".formatted(travtus.group, status));
    }

    private Http create(String bearer, String text) {
        return travtus.communities("POST", "", bearer).json("{\"name\":\"%s\",\"timezone\":\"UTC\"}".formatted(text));
    }
}
