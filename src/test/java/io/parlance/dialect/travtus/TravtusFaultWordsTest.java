package io.parlance.dialect.travtus;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TravtusFaultWordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST | /messages/ | {\"error\":{\"message\":\"An error occurred while creating the message.\"}}",
                "POST | /communities/ | {\"error\":{\"message\":\"An error occurred while creating the community.\"}}",
                "PATCH | /communities | {\"error\":{\"message\":\"An error occurred while updating the community.\"}}",
                "GET | /communities/ | {\"error\":\"An internal error occurred while processing your request.\"}",
                "POST | /oauth2/token | {\"message\":\"Internal Server Error\"}",
                "GET | /webhook/app-portal-access/ | {\"message\":\"Internal Server Error\"}"
            })
    void areThoseOfThePageOrOfTheGateway(String method, String path, String expected) {
        assertThatJson(TravtusErrorMapper.fault(path, method)).isEqualTo(expected);
    }
}
