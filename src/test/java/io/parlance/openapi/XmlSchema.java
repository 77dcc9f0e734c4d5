package io.parlance.openapi;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** An XSD, to which the XML bodies of a dialect are held. */
final class XmlSchema {
    private final Schema schema;

    XmlSchema(Path file) {
        try {
            schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(file.toFile());
        } catch (SAXException e) {
            throw new IllegalArgumentException(file + " is no schema", e);
        }
    }

    /** What is wrong with a document in UTF-8 whose root must have one of these names. */
    List<String> violations(List<String> roots, byte[] body) {
        var found = new ArrayList<String>();
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Collector(found));
            var text = new String(body, StandardCharsets.UTF_8);
            var document = builder.parse(new InputSource(new StringReader(text)));
            if (!roots.contains(document.getDocumentElement().getTagName())) {
                found.add("the root is none of " + roots);
            }
            var validator = schema.newValidator();
            validator.setErrorHandler(new Collector(found));
            validator.validate(new DOMSource(document));
        } catch (SAXException | IOException e) {
            found.add(String.valueOf(e.getMessage()));
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
        return found;
    }

    /** Goes on after what is only invalid. */
    private record Collector(List<String> found) implements ErrorHandler {
        @Override
        public void warning(SAXParseException violation) {
            found.add(violation.getMessage());
        }

        @Override
        public void error(SAXParseException violation) {
            found.add(violation.getMessage());
        }

        @Override
        public void fatalError(SAXParseException failure) throws SAXParseException {
            throw failure;
        }
    }
}
