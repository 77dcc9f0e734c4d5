package io.parlance.dialect.highq;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.core.problem.Reason;
import io.parlance.rest.Json;
import io.parlance.rest.Xml;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HighqErrorTest {
    @ParameterizedTest
    @CsvSource({
        "BODY_MALFORMED, 400, Problem with parameters",
        "INPUT_INVALID, 400, Problem with parameters",
        "CREDENTIAL_MISSING, 401, Unauthorized",
        "CREDENTIAL_INVALID, 401, Unauthorized",
        "CREDENTIAL_EXPIRED, 403, Access denied",
        "FORBIDDEN, 403, Forbidden",
        "USER_NOT_FOUND, 403, Validation failed",
        "ATTACHMENT_NOT_FOUND, 403, Validation failed",
        "INTERNAL, 500, Internal error occurred while returning comments"
    })
    void answersTheDocumentedStatusAndText(Reason reason, int status, String summary) {
        var error = HighqError.of(reason);
        assertThat(error.status()).isEqualTo(status);
        assertThat(error.at("").summary()).isEqualTo(summary);
    }

    @ParameterizedTest
    @CsvSource({
        "PATH_UNKNOWN, 404",
        "METHOD_NOT_ALLOWED, 405",
        "NOT_ACCEPTABLE, 406",
        "BODY_TOO_SLOW, 408",
        "BODY_TOO_LARGE, 413",
        "MEDIA_TYPE_UNSUPPORTED, 415",
        "RANGE_UNSATISFIABLE, 416",
        "RATE_LIMITED, 429",
        "OVERLOADED, 503",
        "STORE_UNAVAILABLE, 503"
    })
    void answersWhatTheServerWouldRefuse(Reason reason, int status) {
        assertThat(HighqError.of(reason).status()).isEqualTo(status);
    }

    @Test
    void numbersEachKindOnce() {
        assertThat(Stream.of(HighqError.values()).map(error -> error.at("").ref()))
                .doesNotHaveDuplicates();
        assertThat(HighqError.ACCESS_DENIED.at("").ref()).isEqualTo(130);
    }

    @Test
    void hasTheDocumentedShapeInBothForms() {
        var error = HighqError.ACCESS_DENIED.at("http://host/api/12/error/740851");
        assertThat(Xml.write(error))
                .isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>"
                        + "<error><link>http://host/api/12/error/740851</link><ref>130</ref>"
                        + "<summary>Access denied</summary></error>");
        assertThatJson(Json.write(error))
                .isEqualTo(
                        """
                        {"link": "http://host/api/12/error/740851", "ref": 130, "summary": "Access denied"}""");
    }
}
