package io.parlance.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class IdLedgerTest {
    private static final String ONE = "\"Id\":\"0199f0a0-0000-7000-8000-000000000001\"";
    private static final String OTHER = "\"Id\":\"0199f0a0-0000-7000-8000-000000000002\"";

    @Test
    void findsEveryIdOfABody() {
        assertThat(note(new IdLedger("Id"), "[{" + ONE + ",\"IdX\":\"\"},{" + OTHER + "}]"))
                .isEqualTo(2);
    }

    @Test
    void findsNoneWhereNoneIsWanted() {
        assertThat(note(new IdLedger(""), "{" + ONE + "}")).isZero();
    }

    @Test
    void seesAnIdThatTwoConnectionsGot() {
        var first = new IdLedger("Id");
        var second = new IdLedger("Id");
        note(first, "{" + ONE + "}{" + OTHER + "}");
        note(second, "{" + OTHER + "}");
        assertThat(IdLedger.repeats(List.of(first, second))).isEqualTo(1);
        assertThat(IdLedger.repeats(List.of(first))).isZero();
    }

    private static int note(IdLedger ledger, String body) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        return ledger.note(bytes, bytes.length);
    }
}
