package io.parlance.dialect.highq;

import static io.parlance.dialect.highq.HighqTenant.message;

import io.parlance.it.Admin;
import io.parlance.it.Answer;
import io.parlance.it.Http;
import io.parlance.it.IdempotentOperation;

class HighqReplyIdempotencyIT implements IdempotentOperation {
    private final HighqTenant highq = HighqTenant.create();
    private final HighqPerson anna = HighqPerson.of(highq, highq.sender());
    private final HighqPerson ben = HighqPerson.of(highq, highq.first());
    private final long conversation = anna.open("the conversation", ben);

    @Override
    public Admin.Tenant tenant() {
        return highq.admin();
    }

    @Override
    public Http operation(String text) {
        return reply(anna, text);
    }

    @Override
    public Http operationOfAnother(String text) {
        return reply(ben, text);
    }

    private Http reply(HighqPerson person, String text) {
        return person.request("POST", "conversations/" + conversation + "/messages")
                .xml(message(text));
    }

    @Override
    public Http refused() {
        return reply(anna, "");
    }

    @Override
    public void assertReused(Answer answer) {
        HighqTenant.assertError(answer, 403, 132, "Validation failed");
    }

    @Override
    public void assertMalformed(Answer answer) {
        HighqTenant.assertError(answer, 400, 100, "Problem with parameters");
    }
}
