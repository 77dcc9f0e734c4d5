package io.parlance.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A place in a document; references have been followed.
 *
 * @param pointer JSON pointer, from the root of the document
 * @param node missing where the document has no such place
 */
record Place(Document document, String pointer, JsonNode node) {
    boolean exists() {
        return !node.isMissingNode();
    }

    /** A member, or where the names are several a member of a member. */
    Place at(String... names) {
        var place = this;
        for (var name : names) {
            place = document.followed(place.pointer + "/" + escaped(name), place.node.path(name));
        }
        return place;
    }

    Map<String, Place> members() {
        var members = new LinkedHashMap<String, Place>();
        node.fieldNames().forEachRemaining(name -> members.put(name, at(name)));
        return members;
    }

    List<Place> elements() {
        return IntStream.range(0, node.size())
                .mapToObj(i -> document.followed(pointer + "/" + i, node.path(i)))
                .toList();
    }

    String text(String member) {
        return node.path(member).asText();
    }

    boolean flag(String member) {
        return node.path(member).asBoolean();
    }

    /** What is wrong with a value, if this is the place of a schema. */
    List<String> violations(JsonNode value) {
        return exists() ? document.violations(pointer, value) : List.of("the document has no schema at " + pointer);
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
