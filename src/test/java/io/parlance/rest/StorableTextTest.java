package io.parlance.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StorableTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"1e999", "-1e999", "1e-999", "0.001", "123456789012345678901234567890.10", "1.5e998"})
    void takesNumbersThatCanBeReadBack(String number) {
        var written = read(number).decimalValue().toPlainString();
        assertThat(read(written).decimalValue())
                .isEqualByComparingTo(read(number).decimalValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e1000", "1e-1000", "1e999999999", "1.25e-999", "12345e996"})
    void refusesNumbersThatCannot(String number) {
        assertThat(refused("[%s]".formatted(number))).isEqualTo(Reason.BODY_MALFORMED);
    }

    @Test
    void refusesNulAndHalfPairsAlsoInNames() {
        assertThat(refused("\"\\u0000\"")).isEqualTo(Reason.BODY_MALFORMED);
        assertThat(refused("{\"\\uD83D\": 1}")).isEqualTo(Reason.BODY_MALFORMED);
    }

    private static com.fasterxml.jackson.databind.JsonNode read(String json) {
        return Json.read(json.getBytes(StandardCharsets.UTF_8));
    }

    private static Reason refused(String json) {
        return catchThrowableOfType(RejectedException.class, () -> read(json)).reason();
    }
}
