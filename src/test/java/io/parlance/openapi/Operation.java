package io.parlance.openapi;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A method at a path of a document.
 *
 * @param pathItem holds parameters that all its methods share
 */
public record Operation(String method, String path, Place pathItem, Place node) {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "options", "head", "patch");

    static List<Operation> of(String path, Place item) {
        return item.members().entrySet().stream()
                .filter(member -> METHODS.contains(member.getKey()))
                .map(member -> new Operation(member.getKey().toUpperCase(Locale.ROOT), path, item, member.getValue()))
                .toList();
    }

    /** For people, and to be told apart by. */
    public String name() {
        return method + " " + path;
    }

    boolean isAt(String sent, boolean slashOptional) {
        var template = slashOptional && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        var pattern = Stream.of(template.split("(?=\\{)|(?<=\\})"))
                .map(part -> part.startsWith("{") ? "[^/]+" : Pattern.quote(part))
                .collect(Collectors.joining());
        return sent.matches(slashOptional ? pattern + "/?" : pattern);
    }

    List<Place> parameters() {
        return Stream.of(pathItem, node)
                .flatMap(place -> place.at("parameters").elements().stream())
                .toList();
    }

    Place requestBody() {
        return node.at("requestBody");
    }

    Place responses() {
        return node.at("responses");
    }
}
