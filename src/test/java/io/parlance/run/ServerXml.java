package io.parlance.run;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The configuration file of Payara Server or WildFly, read to be compared or changed. */
public final class ServerXml {
    /**
     * What Payara itself adds when it first serves an application or is first asked for a list of resources,
     * whatever the application is.
     */
    private static final List<String> BY_THE_SERVER = List.of(
            "//connector-connection-pool[starts-with(@name, 'jms/__default')]",
            "//connector-resource[starts-with(@jndi-name, 'jms/__default')]",
            "//*[starts-with(@jndi-name, 'concurrent/__default')]",
            "//resource-ref[starts-with(@ref, 'jms/__default') or starts-with(@ref, 'concurrent/__default')]",
            "//config[@name='server-config']/jms-service",
            "//config[@name='server-config']/cdi-service",
            "//config[@name='server-config']/web-container",
            "//config[@name='server-config']/ejb-container",
            "//config[@name='server-config']/batch-runtime-configuration",
            "//config[@name='server-config']/microprofile-openapi-configuration",
            "//config[@name='server-config']/jdbc-config-source-configuration");

    private final Document document;

    private ServerXml(Document document) {
        this.document = document;
    }

    public static ServerXml of(Path file) {
        try {
            return new ServerXml(
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SAXException | ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sets the attribute of all elements found; there must be one. */
    ServerXml set(String xpath, String attribute, Object value) {
        var found = find(xpath);
        if (found.isEmpty()) {
            throw new IllegalStateException("the configuration has no " + xpath);
        }
        found.forEach(node -> ((Element) node).setAttribute(attribute, value.toString()));
        return this;
    }

    ServerXml setText(String xpath, String text) {
        find(xpath).forEach(node -> node.setTextContent(text));
        return this;
    }

    /** The configuration without what the server writes by itself: one line per element, in a fixed order. */
    public List<String> lines() {
        BY_THE_SERVER.forEach(
                xpath -> find(xpath).forEach(node -> node.getParentNode().removeChild(node)));
        return lines(document.getDocumentElement(), "").stream().sorted().toList();
    }

    private static List<String> lines(Element element, String above) {
        var attributes = new TreeSet<String>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            attributes.add(element.getAttributes().item(i).toString());
        }
        var path = above + "/" + element.getTagName() + attributes;
        var lines = new ArrayList<String>();
        var text = new StringBuilder();
        for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                lines.addAll(lines(inner, path));
            } else if (child.getNodeType() == Node.TEXT_NODE) {
                text.append(child.getNodeValue().trim());
            }
        }
        lines.add(path + text);
        return lines;
    }

    void write(Path file) {
        try {
            var text = new StringWriter();
            TransformerFactory.newInstance()
                    .newTransformer()
                    .transform(new DOMSource(document), new StreamResult(text));
            Files.writeString(file, text.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (TransformerException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Node> find(String xpath) {
        try {
            var found =
                    (NodeList) XPathFactory.newInstance().newXPath().evaluate(xpath, document, XPathConstants.NODESET);
            var nodes = new ArrayList<Node>();
            for (int i = 0; i < found.getLength(); i++) {
                nodes.add(found.item(i));
            }
            return nodes;
        } catch (XPathExpressionException e) {
            throw new IllegalArgumentException(xpath, e);
        }
    }
}
