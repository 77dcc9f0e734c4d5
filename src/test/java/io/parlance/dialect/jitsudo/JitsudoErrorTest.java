package io.parlance.dialect.jitsudo;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.parlance.core.problem.Reason;
import io.parlance.rest.Refusal;
import java.util.Locale;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class JitsudoErrorTest {
    @ParameterizedTest
    @CsvSource({
        "PATH_UNKNOWN, 404, not_found",
        "METHOD_NOT_ALLOWED, 405, method_not_allowed",
        "MEDIA_TYPE_UNSUPPORTED, 415, unsupported_media_type",
        "NOT_ACCEPTABLE, 406, not_acceptable",
        "BODY_TOO_LARGE, 413, payload_too_large",
        "BODY_TOO_SLOW, 408, request_timeout",
        "BODY_MALFORMED, 400, invalid_input",
        "INPUT_INVALID, 400, invalid_input",
        "CREDENTIAL_MISSING, 401, unauthenticated",
        "CREDENTIAL_INVALID, 401, unauthenticated",
        "CREDENTIAL_EXPIRED, 401, unauthenticated",
        "TENANT_MISMATCH, 403, tenant_mismatch",
        "FORBIDDEN, 403, forbidden",
        "RATE_LIMITED, 429, rate_limited",
        "OVERLOADED, 503, unavailable",
        "STORE_UNAVAILABLE, 503, unavailable",
        "INTERNAL, 500, internal_error"
    })
    void answersEveryReasonByStatusAndCode(Reason reason, int status, String code) {
        var error = JitsudoError.of(reason);
        assertThat(error.status()).isEqualTo(status);
        assertThat(error.code()).isEqualTo(code);
    }

    @Test
    void leavesEmptyMembersOut() {
        var refusal = refusal(Reason.CREDENTIAL_EXPIRED, "no valid credential", "");
        assertThatJson(JitsudoErrorMapper.body(JitsudoError.UNAUTHENTICATED, refusal))
                .isEqualTo(
                        """
                {"code": "unauthenticated", "message": "a valid X-API-Key header or bearer token is required"}""");
    }

    @Test
    void tellsWhatIsWrongWithABody() {
        var refusal = refusal(Reason.BODY_MALFORMED, "the body is not UTF-8", "");
        assertThatJson(JitsudoErrorMapper.body(JitsudoError.INVALID_INPUT, refusal))
                .isEqualTo("{\"code\": \"invalid_input\", \"message\": \"the body is not UTF-8\"}");
    }

    @Test
    void tellsOfAFaultOnlyItsIncident() {
        var refusal = refusal(Reason.INTERNAL, "what happened inside", "0198a000");
        assertThatJson(JitsudoErrorMapper.body(JitsudoError.INTERNAL_ERROR, refusal))
                .isEqualTo(
                        """
                {"code": "internal_error", "message": "internal error", "details": {"incident": "0198a000"}}""");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {"", " ", "demo", "2489e9ad2ee28e008ec932d5f69181c0", "{2489e9ad-2ee2-8e00-8ec9-32d5f69181c0}"})
    void demandsATenantHeaderThatIsAUuid(String header) {
        var fault = catchThrowableOfType(
                JitsudoFault.class, () -> TenantHeader.requireMatch(header, TestAccess.key("system")));
        assertThat(fault.error()).isEqualTo(JitsudoError.INVALID_INPUT);
        assertThatJson(fault.body()).inPath("details").isEqualTo("{\"header\": \"X-Tenant-ID\"}");
    }

    @Test
    void refusesAnotherTenantsHeader() {
        var fault = catchThrowableOfType(
                JitsudoFault.class,
                () -> TenantHeader.requireMatch("2489e9ad-2ee2-8e00-8ec9-32d5f69181c1", TestAccess.key("system")));
        assertThat(fault.error()).isEqualTo(JitsudoError.TENANT_MISMATCH);
        assertThatJson(fault.body()).inPath("code").isEqualTo("tenant_mismatch");
    }

    @Test
    void takesTheOwnTenantInCapitals() {
        var header = TestAccess.TENANT.toString().toUpperCase(Locale.ROOT);
        assertThatCode(() -> TenantHeader.requireMatch(header, TestAccess.key("system")))
                .doesNotThrowAnyException();
    }

    private static Refusal refusal(Reason reason, String detail, String incident) {
        return new Refusal(reason, detail, OptionalInt.empty(), null, incident);
    }
}
