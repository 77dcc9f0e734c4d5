package io.parlance.dialect.mews;

import io.parlance.it.Admin;
import io.parlance.it.Http;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MewsIdempotencyIT implements MewsIdempotentOperation {
    private final MewsTenant mews = new MewsTenant("{}");

    @Override
    public Admin.Tenant tenant() {
        return mews.tenant;
    }

    @Override
    public Http operation(String text) {
        return post(mews.clientToken, mews.accessToken, mews.item(text, "1"));
    }

    @Override
    public Http operationOfAnother(String text) {
        var other = mews.tenant.application("{}");
        return post(
                mews.token(other, "{\"kind\":\"client-token\"}"),
                mews.token(other, "{\"kind\":\"access-token\"}"),
                MewsTenant.item(mews.thread(other, mews.enterprise), text, "1"));
    }

    @Override
    public Http refused() {
        return post(mews.clientToken, mews.accessToken, "{}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0123456", "01234567-89ab-cdef-g"})
    void refusesAKeyThatIsNotOfTheVendorsSyntax(String key) {
        assertMalformed(operation("text").header(KEY, key).send());
    }

    private static Http post(String client, String access, String items) {
        return Http.post(MewsTenant.ADD).json(MewsTenant.body(client, access, items));
    }
}
