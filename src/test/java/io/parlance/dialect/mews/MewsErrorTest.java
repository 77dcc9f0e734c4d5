package io.parlance.dialect.mews;

import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.core.problem.Reason;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MewsErrorTest {
    private static final Set<Integer> DOCUMENTED = Set.of(400, 401, 403, 404, 408, 409, 413, 429, 500, 503);

    @ParameterizedTest
    @EnumSource(Reason.class)
    void answersEveryReasonWithADocumentedStatus(Reason reason) {
        assertThat(MewsError.of(reason).status()).isIn(DOCUMENTED);
        assertThat(MewsError.of(reason).text()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({
        "METHOD_NOT_ALLOWED, 404",
        "MEDIA_TYPE_UNSUPPORTED, 400",
        "FORBIDDEN, 401",
        "CREDENTIAL_EXPIRED, 401",
        "BODY_TOO_SLOW, 408",
        "RATE_LIMITED, 429",
        "STORE_UNAVAILABLE, 503",
        "INTERNAL, 500"
    })
    void usesTheStatusesOfThisApi(Reason reason, int status) {
        assertThat(MewsError.of(reason).status()).isEqualTo(status);
    }

    @Test
    void callsASyntaxErrorAsDocumented() {
        assertThat(MewsError.of(Reason.BODY_MALFORMED).text()).isEqualTo("Invalid JSON");
    }
}
