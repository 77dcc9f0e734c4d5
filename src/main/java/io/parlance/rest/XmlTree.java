package io.parlance.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads one XML document into a JSON tree {@code {"root": …}}. An element with child elements is an object, child elements of
 * the same name are an array; any other element is its text, CDATA and all, without white space at its ends, or null if
 * nothing is left. Attributes, namespaces and comments count for nothing; text beside child elements is refused.
 */
final class XmlTree {
    /** The parser interns names in a table without protection against collisions, so it must stay small. */
    private static final int MAX_NAMES = 1000;

    private static final String XINCLUDE = "http://www.w3.org/2001/XInclude";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final XMLStreamReader reader;
    private final Set<String> names = new HashSet<>();

    XmlTree(XMLStreamReader reader) {
        this.reader = reader;
    }

    ObjectNode read() throws XMLStreamException {
        var tree = NODES.objectNode();
        while (reader.hasNext()) {
            if (next() == XMLStreamConstants.START_ELEMENT) {
                var root = reader.getLocalName();
                tree.set(root, element());
            }
        }
        return tree;
    }

    private JsonNode element() throws XMLStreamException {
        var text = new StringBuilder();
        ObjectNode children = null;
        for (int event = next(); event != XMLStreamConstants.END_ELEMENT; event = next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                children = children == null ? NODES.objectNode() : children;
                var name = reader.getLocalName();
                add(children, name, element());
            } else if (reader.hasText() && event != XMLStreamConstants.COMMENT) {
                append(text, reader.getText());
            }
        }
        return value(text.toString().trim(), children);
    }

    private static void append(StringBuilder text, String part) throws XMLStreamException {
        if (text.length() + part.length() > Xml.MAX_TEXT) {
            throw new XMLStreamException("a text of more than " + Xml.MAX_TEXT + " characters");
        }
        text.append(part);
    }

    private static JsonNode value(String text, @Nullable ObjectNode children) throws XMLStreamException {
        if (children == null) {
            return text.isEmpty() ? NODES.nullNode() : NODES.textNode(text);
        }
        if (!text.isEmpty()) {
            throw new XMLStreamException("text beside elements");
        }
        return children;
    }

    private static void add(ObjectNode parent, String name, JsonNode value) {
        var sibling = parent.get(name);
        if (sibling == null) {
            parent.set(name, value);
        } else if (sibling instanceof ArrayNode siblings) {
            siblings.add(value);
        } else {
            parent.set(name, NODES.arrayNode().add(sibling).add(value));
        }
    }

    private int next() throws XMLStreamException {
        int event = reader.next();
        switch (event) {
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                throw new XMLStreamException("document types and entities are refused");
            case XMLStreamConstants.START_ELEMENT -> checkStart();
            case XMLStreamConstants.PROCESSING_INSTRUCTION -> count(reader.getPITarget());
            default -> {
                // nothing to refuse
            }
        }
        return event;
    }

    private void checkStart() throws XMLStreamException {
        if (XINCLUDE.equals(reader.getNamespaceURI())) {
            throw new XMLStreamException("inclusions are refused");
        }
        count(reader.getLocalName());
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            count(reader.getAttributeLocalName(i));
        }
        for (int i = 0; i < reader.getNamespaceCount(); i++) {
            count(String.valueOf(reader.getNamespacePrefix(i)));
        }
    }

    private void count(String name) throws XMLStreamException {
        names.add(name);
        if (names.size() > MAX_NAMES) {
            throw new XMLStreamException("more than " + MAX_NAMES + " names");
        }
    }
}
