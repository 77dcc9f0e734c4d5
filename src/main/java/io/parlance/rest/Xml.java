package io.parlance.rest;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.exc.WstxLazyException;
import com.ctc.wstx.stax.WstxInputFactory;
import com.ctc.wstx.stax.WstxOutputFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.xml.XmlFactory;
import com.fasterxml.jackson.dataformat.xml.XmlMapper;
import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;

/**
 * XML as dialects read and write it: no DOCTYPE, no entities but the five of XML, nothing external, at most 64 levels and 64
 * attributes an element, 1 M characters a text.
 */
public final class Xml {
    private static final int MAX_DEPTH = 64;
    private static final int MAX_ATTRIBUTES = 64;
    private static final int MAX_TEXT = 1_000_000;
    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    private static final WstxInputFactory INPUT = input();
    private static final XmlMapper MAPPER = XmlMapper.builder(new XmlFactory(INPUT, new WstxOutputFactory()))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .defaultUseWrapper(false)
            .build();

    private Xml() {}

    /** Reads a whole body; refuses with {@link Reason#BODY_MALFORMED} what is not plain well-formed XML of this shape. */
    public static <T> T read(InputStream body, Class<T> type) {
        try {
            var reader = new NoDoctype(INPUT.createXMLStreamReader(new ByteArrayInputStream(body.readAllBytes())));
            while (reader.getEventType() != XMLStreamConstants.START_ELEMENT) {
                reader.next();
            }
            return MAPPER.readValue(reader, type);
        } catch (XMLStreamException | IOException | IllegalStateException | WstxLazyException e) {
            throw new RejectedException(Reason.BODY_MALFORMED, "the body is not well-formed XML of this operation");
        }
    }

    /** Writes a value as one XML document with its declaration. */
    public static String write(Object value) {
        try {
            return DECLARATION + MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write " + value.getClass().getName() + " as XML", e);
        }
    }

    private static WstxInputFactory input() {
        var factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, MAX_DEPTH);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, MAX_ATTRIBUTES);
        factory.setProperty(WstxInputProperties.P_MAX_TEXT_LENGTH, MAX_TEXT);
        return factory;
    }

    /** Refuses a document type declaration wherever it stands. */
    private static final class NoDoctype extends StreamReaderDelegate {
        private NoDoctype(XMLStreamReader reader) {
            super(reader);
        }

        @Override
        public int next() throws XMLStreamException {
            int event = super.next();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new XMLStreamException("document types and entities are refused");
            }
            return event;
        }
    }
}
