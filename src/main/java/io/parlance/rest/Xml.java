package io.parlance.rest;

import com.ctc.wstx.api.InvalidCharHandler;
import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.api.WstxOutputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import com.ctc.wstx.stax.WstxOutputFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.xml.XmlFactory;
import com.fasterxml.jackson.dataformat.xml.XmlMapper;
import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * XML as dialects read and write it: no DOCTYPE, no entities but the five of XML, nothing external, at most 64 levels, 64
 * attributes an element, 100 000 elements and 1 M characters a text.
 */
public final class Xml {
    static final int MAX_TEXT = 1_000_000;

    private static final int MAX_DEPTH = 64;
    private static final int MAX_ATTRIBUTES = 64;
    private static final long MAX_ELEMENTS = 100_000;
    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";

    private static final WstxInputFactory INPUT = input();
    private static final XmlMapper MAPPER = XmlMapper.builder(new XmlFactory(INPUT, output()))
            .defaultUseWrapper(false)
            .build();

    private Xml() {}

    /**
     * Reads a whole body into the tree that the same content has in JSON, as {@link XmlTree} describes it; refuses with
     * {@link Reason#BODY_MALFORMED} what is not plain well-formed XML.
     *
     * @param charset what the transport says, which goes before what the document says of itself; null where it is silent
     */
    public static ObjectNode read(byte[] body, @Nullable Charset charset) {
        try {
            var tree = new XmlTree(open(body, charset)).read();
            StorableText.check(tree);
            return tree;
        } catch (XMLStreamException | CharacterCodingException e) {
            throw new RejectedException(Reason.BODY_MALFORMED, "the body is not plain well-formed XML");
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

    static XmlMapper mapper() {
        return MAPPER;
    }

    private static XMLStreamReader open(byte[] body, @Nullable Charset charset)
            throws XMLStreamException, CharacterCodingException {
        if (charset == null) {
            return INPUT.createXMLStreamReader(new ByteArrayInputStream(body));
        }
        var text = charset.newDecoder().decode(ByteBuffer.wrap(body)).toString();
        return INPUT.createXMLStreamReader(new StringReader(text));
    }

    /** Parts CDATA at its own end mark, and writes a blank for a character that XML does not have. */
    private static WstxOutputFactory output() {
        var factory = new WstxOutputFactory();
        factory.setProperty(WstxOutputProperties.P_OUTPUT_FIX_CONTENT, true);
        factory.setProperty(
                WstxOutputProperties.P_OUTPUT_INVALID_CHAR_HANDLER, new InvalidCharHandler.ReplacingHandler(' '));
        return factory;
    }

    @SuppressWarnings("deprecation") // lazy parsing would report a broken document too late, outside of read()
    private static WstxInputFactory input() {
        var factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(WstxInputProperties.P_LAZY_PARSING, false);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, MAX_DEPTH);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, MAX_ATTRIBUTES);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_COUNT, MAX_ELEMENTS);
        factory.setProperty(WstxInputProperties.P_MAX_TEXT_LENGTH, MAX_TEXT);
        return factory;
    }
}
