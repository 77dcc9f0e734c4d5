package io.parlance.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A request that a document shows: the examples of one name of the body and of the parameters. What is answered shows an example
 * of that name, too; a response without a body names them in {@code x-examples}. An operation may have a member {@code
 * x-example-headers}, with headers by the name of the example; null stands for a header that is left out.
 */
public record Example(Operation operation, String name) {
    private static final String PLAIN = "plain";

    static List<Example> of(Operation operation) {
        Set<String> names = new LinkedHashSet<>();
        media(operation)
                .forEach(type -> names.addAll(type.at("examples").members().keySet()));
        operation
                .parameters()
                .forEach(parameter ->
                        names.addAll(parameter.at("examples").members().keySet()));
        if (names.isEmpty()) {
            names.add(PLAIN);
        }
        names.addAll(operation.node().at("x-example-headers").members().keySet());
        return names.stream().map(name -> new Example(operation, name)).toList();
    }

    /** Those of every operation, in the order of the document. */
    public static List<Example> of(Document document) {
        return document.operations().stream()
                .flatMap(operation -> of(operation).stream())
                .toList();
    }

    /** The type of the body; empty where there is none. */
    public Optional<String> mediaType() {
        return operation.requestBody().at("content").members().entrySet().stream()
                .filter(type -> type.getValue().at("examples", name).exists())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The body; missing where there is none. */
    public JsonNode body() {
        return operation
                .requestBody()
                .at("content", mediaType().orElse(""), "examples", name, "value")
                .node();
    }

    /** Parameters of a kind ({@code path}, {@code query} or {@code header}) by their names. */
    public Map<String, String> parameters(String kind) {
        var found = new LinkedHashMap<String, String>();
        for (var parameter : operation.parameters()) {
            var own = parameter.at("examples", name, "value");
            var value = own.exists() ? own : parameter.at("example");
            if (parameter.text("in").equals(kind) && value.exists()) {
                found.put(parameter.text("name"), value.node().asText());
            }
        }
        return found;
    }

    /** Headers that this example has instead of those that a request has anyway; null for one that is left out. */
    public Map<String, JsonNode> headers() {
        var headers = new LinkedHashMap<String, JsonNode>();
        operation
                .node()
                .at("x-example-headers", name)
                .members()
                .forEach((header, value) -> headers.put(header, value.node()));
        return headers;
    }

    /** The status of the answer, which is the first success where no answer of that name is shown. */
    public int status() {
        var responses = operation.responses().members();
        return responses.keySet().stream()
                .filter(status -> shows(responses.get(status)))
                .findFirst()
                .map(Integer::valueOf)
                .orElseGet(() -> responses.keySet().stream()
                        .map(Integer::valueOf)
                        .filter(status -> status < 300)
                        .findFirst()
                        .orElseThrow());
    }

    /** The body of the answer, as shown; missing where none is. */
    public JsonNode answer() {
        return operation.responses().at(Integer.toString(status()), "content").members().values().stream()
                .map(type -> type.at("examples", name, "value").node())
                .findFirst()
                .orElseGet(MissingNode::getInstance);
    }

    /** Whether the operation asks for a credential. */
    public boolean isSecured() {
        var own = operation.node().at("security");
        var security = own.exists() ? own : operation.node().document().root().at("security");
        return security.node().size() > 0
                && security.elements().stream().noneMatch(way -> way.node().isEmpty());
    }

    private boolean shows(Place response) {
        boolean named = response.at("x-examples").elements().stream()
                .anyMatch(shown -> shown.node().asText().equals(name));
        return named
                || response.at("content").members().values().stream()
                        .anyMatch(type -> type.at("examples", name).exists());
    }

    private static Stream<Place> media(Operation operation) {
        return operation.requestBody().at("content").members().values().stream();
    }

    @Override
    public String toString() {
        return operation.name() + " " + name;
    }
}
