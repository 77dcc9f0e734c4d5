package io.parlance.dialect.highq;

import static io.parlance.dialect.highq.HighqTenant.message;
import static io.parlance.dialect.highq.HighqTenant.user;
import static io.parlance.dialect.highq.HighqTenant.xmlBody;
import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.it.Admin;
import io.parlance.it.Answer;
import io.parlance.it.Http;
import io.parlance.it.IdempotentOperation;

class HighqIdempotencyIT implements IdempotentOperation {
    private final HighqTenant highq = HighqTenant.create();

    @Override
    public Admin.Tenant tenant() {
        return highq.admin();
    }

    @Override
    public Http operation(String text) {
        return highq.post().xml(xmlBody(user(highq.first().number()), message(text)));
    }

    @Override
    public Http operationOfAnother(String text) {
        return Http.post(HighqTenant.PATH)
                .bearer(tenant().userToken(highq.second().id(), "bearer"))
                .xml(xmlBody(user(highq.first().number()), message(text)));
    }

    @Override
    public Http refused() {
        return highq.post().xml("<conversation/>");
    }

    @Override
    public void assertReused(Answer answer) {
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).contains("Validation failed");
    }

    @Override
    public void assertMalformed(Answer answer) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("Problem with parameters");
    }
}
