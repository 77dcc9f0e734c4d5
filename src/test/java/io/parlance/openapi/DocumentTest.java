package io.parlance.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every document promises by itself, before anything is sent. */
class DocumentTest {
    static Stream<Document> documents() {
        return Document.all().stream();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void isOpenApi31AndSaysWhichPathsAreItsOwn(Document document) {
        assertThat(document.root().text("openapi")).startsWith("3.1.");
        assertThat(document.operations())
                .isNotEmpty()
                .allMatch(operation -> document.covers(operation.path()))
                .extracting(operation -> operation.node().text("operationId"))
                .doesNotContain("")
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void refersToNothingThatIsMissing(Document document) {
        assertThat(everywhere(document.root())).isNotEmpty();
    }

    /** Otherwise a member that is not declared would go unnoticed. */
    @ParameterizedTest
    @MethodSource("documents")
    void closesTheObjectsOfAnswers(Document document) {
        var open = new ArrayList<String>();
        for (var operation : document.operations()) {
            for (var response : operation.responses().members().values()) {
                for (var content : response.at("content").members().values()) {
                    collectOpen(content.at("schema"), open, new ArrayList<>());
                }
            }
        }
        assertThat(open).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void showsAnswersThatAreValid(Document document) {
        for (var operation : document.operations()) {
            operation.responses().members().forEach((status, response) -> response.at("content")
                    .members()
                    .values()
                    .forEach(content -> content.at("examples").members().forEach((name, example) -> assertThat(
                                    content.at("schema")
                                            .violations(example.at("value").node()))
                            .as(operation.name() + " " + status + " " + name)
                            .isEmpty())));
        }
    }

    /** A part of an allOf may add to an object that is closed elsewhere. */
    private static void collectOpen(Place schema, List<String> open, List<String> seen) {
        if (!schema.exists() || seen.contains(schema.pointer())) {
            return;
        }
        seen.add(schema.pointer());
        boolean partial =
                schema.pointer().contains("/allOf/") && schema.text("type").isEmpty();
        if ((schema.text("type").equals("object") || schema.at("properties").exists())
                && !partial
                && !schema.node().has("additionalProperties")) {
            open.add(schema.pointer());
        }
        for (var parts : List.of("allOf", "anyOf", "oneOf")) {
            schema.at(parts).elements().forEach(part -> collectOpen(part, open, seen));
        }
        schema.at("properties").members().values().forEach(part -> collectOpen(part, open, seen));
        collectOpen(schema.at("items"), open, seen);
    }

    private static List<Place> everywhere(Place place) {
        var found = new ArrayList<Place>();
        collect(place, found, new ArrayList<>());
        return found;
    }

    private static void collect(Place place, List<Place> found, List<String> seen) {
        if (seen.contains(place.pointer())) {
            return;
        }
        seen.add(place.pointer());
        found.add(place);
        if (place.node().isArray()) {
            place.elements().forEach(element -> collect(element, found, seen));
        } else {
            place.members().values().forEach(member -> collect(member, found, seen));
        }
    }
}
