package io.parlance.dialect.jitsudo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The members of an object that a client sent, read one after the other; the first that is wrong is refused, and the details
 * name it. Members that nobody asks for are ignored.
 */
final class Members {
    private static final String METADATA = "metadata";
    private static final int MAX_WORD = 100;

    private final JsonNode body;
    private final String path;

    Members(JsonNode body) {
        this(body, "");
        if (!body.isObject()) {
            throw new RejectedException(Reason.INPUT_INVALID, "the request body must be an object");
        }
    }

    private Members(JsonNode body, String path) {
        this.body = body;
        this.path = path;
    }

    boolean has(String name) {
        return body.has(name);
    }

    /** Missing where it is absent. */
    JsonNode node(String name) {
        return body.path(name);
    }

    Members object(String name) {
        if (!body.path(name).isObject()) {
            throw invalid(name, body.has(name) ? "must be an object" : "is required");
        }
        return new Members(body.path(name), path + name + ".");
    }

    /** A text that must be there and not blank. */
    String text(String name, int longest) {
        var text = optionalText(name, longest);
        if (text == null) {
            throw invalid(name, body.has(name) ? "must be a string" : "is required");
        }
        if (text.isBlank()) {
            throw invalid(name, "must not be blank");
        }
        return text;
    }

    /** Null where it is absent or null. */
    @Nullable
    String optionalText(String name, int longest) {
        var value = body.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            throw invalid(name, "must be a string");
        }
        if (value.textValue().length() > longest) {
            throw invalid(name, "must not be longer than " + longest + " characters");
        }
        return value.textValue();
    }

    /** Null where it is absent or null. */
    @Nullable
    Integer optionalInt(String name, int least, int most) {
        var value = body.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isIntegralNumber()
                || !value.canConvertToInt()
                || value.intValue() < least
                || value.intValue() > most) {
            throw invalid(name, "must be a whole number from " + least + " to " + most);
        }
        return value.intValue();
    }

    /** What is said otherwise where it is absent or null. */
    boolean flag(String name, boolean otherwise) {
        var value = body.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return otherwise;
        }
        if (!value.isBoolean()) {
            throw invalid(name, "must be true or false");
        }
        return value.booleanValue();
    }

    /** One of the documented words; null where it is absent or null. */
    @Nullable
    String optionalWord(String name, Collection<String> allowed) {
        var word = optionalText(name, MAX_WORD);
        if (word != null && !allowed.contains(word)) {
            throw invalid(name, "must be one of " + String.join(", ", allowed));
        }
        return word;
    }

    /** Texts of a list, none blank; null where it is absent or null. */
    @Nullable
    List<String> optionalTexts(String name, int most, int longest) {
        var value = body.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isArray() || value.size() > most) {
            throw invalid(name, "must be a list of at most " + most + " strings");
        }
        var texts = new ArrayList<String>();
        for (var element : value) {
            if (!element.isTextual()
                    || element.textValue().isBlank()
                    || element.textValue().length() > longest) {
                throw invalid(name, "must hold strings of 1 to " + longest + " characters, none blank");
            }
            texts.add(element.textValue());
        }
        return texts;
    }

    /** The documented free object; empty where none was sent. */
    ObjectNode metadata() {
        var metadata = body.path(METADATA);
        if (metadata.isMissingNode() || metadata.isNull()) {
            return JsonNodeFactory.instance.objectNode();
        }
        if (metadata instanceof ObjectNode object) {
            return object;
        }
        throw invalid(METADATA, "must be an object");
    }

    JitsudoFault invalid(String name, String sentence) {
        return JitsudoFault.invalid("field", path + name, path + name + " " + sentence);
    }
}
