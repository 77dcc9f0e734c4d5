package io.parlance.it;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.parlance.openapi.Document;
import io.parlance.openapi.Example;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What a dialect with an OpenAPI document promises: every request that the document shows is answered as it says. That every
 * answer of every other test is as documented, {@link Http} sees to.
 */
public interface DocumentedDialect {
    String dialect();

    /** The headers by which the test's tenant is known. */
    Map<String, String> credential();

    /** What the test's tenant has in place of what the examples name. */
    Map<String, String> own();

    @TestFactory
    default Stream<DynamicTest> answersEveryExampleAsDocumented() {
        var own = own();
        return Example.of(Document.named(dialect())).stream()
                .map(example -> DynamicTest.dynamicTest(example.toString(), () -> check(example, own)));
    }

    private void check(Example example, Map<String, String> own) {
        var answer = request(example, own).send();

        assertThat(answer.status()).as(answer.body()).isEqualTo(example.status());
        if (answer.status() >= 400
                && !example.answer().isMissingNode()
                && answer.mediaType().endsWith("json")) {
            assertThatJson(alike(answer.body()))
                    .isEqualTo(alike(replaced(example.answer().toString(), own)));
        }
    }

    private Http request(Example example, Map<String, String> own) {
        var request = Http.request(example.operation().method(), replaced(target(example), own));
        var headers = new LinkedHashMap<String, String>(example.isSecured() ? credential() : Map.of());
        headers.putAll(example.parameters("header"));
        example.headers().forEach((name, value) -> headers.put(name, value.isNull() ? "" : value.asText()));
        headers.forEach((name, value) -> {
            if (!value.isEmpty()) {
                request.header(name, replaced(value, own));
            }
        });
        example.mediaType().ifPresent(type -> request.header("Content-Type", contentType(type))
                .body(body(type, example.body(), own)));
        return example.status() < 300 ? request : request.undocumented();
    }

    private static String target(Example example) {
        var path = example.operation().path();
        for (var parameter : example.parameters("path").entrySet()) {
            path = path.replace("{" + parameter.getKey() + "}", encoded(parameter.getValue()));
        }
        var query = example.parameters("query").entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }

    private static String contentType(String mediaType) {
        return mediaType.startsWith("multipart/") ? mediaType + "; boundary=limit" : mediaType;
    }

    private static String body(String mediaType, JsonNode value, Map<String, String> own) {
        if (mediaType.endsWith("json")) {
            return replaced(value.toString(), own);
        }
        if (mediaType.endsWith("xml")) {
            return replaced(value.asText(), own);
        }
        return mediaType.startsWith("multipart/") ? parts(value) : form(value, own);
    }

    /** A part named {@code file} has a file's name. */
    private static String parts(JsonNode members) {
        return members.properties().stream()
                        .map(member -> "--limit\r\nContent-Disposition: form-data; name=\"" + member.getKey() + "\""
                                + (member.getKey().equals("file") ? "; filename=\"file\"" : "") + "\r\n\r\n"
                                + member.getValue().asText() + "\r\n")
                        .collect(Collectors.joining())
                + "--limit--\r\n";
    }

    private static String form(JsonNode members, Map<String, String> own) {
        return members.properties().stream()
                .map(member -> member.getKey() + "="
                        + encoded(replaced(member.getValue().asText(), own)))
                .collect(Collectors.joining("&"));
    }

    private static String replaced(String text, Map<String, String> own) {
        for (var entry : own.entrySet()) {
            text = text.replace(entry.getKey(), entry.getValue());
        }
        return text;
    }

    /** Ids and times differ from one answer to the next. */
    private static String alike(String json) {
        return json.replaceAll("/error/[\\w-]+", "/error/id")
                .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "id")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ", "time");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
