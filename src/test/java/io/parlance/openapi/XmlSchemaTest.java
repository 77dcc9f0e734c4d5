package io.parlance.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** XML bodies are held to the schema beside a document, and to the root that the document names. */
class XmlSchemaTest {
    private static final String XSD =
            """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
              <xs:element name="toy" type="Toy"/>
              <xs:element name="error" type="Toy"/>
              <xs:complexType name="Toy"><xs:all><xs:element name="id" type="xs:int"/></xs:all></xs:complexType>
            </xs:schema>
            """;

    private static final String DOCUMENT =
            """
            openapi: 3.1.1
            paths:
              /toys:
                get:
                  responses:
                    '200': {content: {application/xml: {schema: {xml: {name: toy}}}}}
            """;

    private XmlSchema schema;

    @BeforeEach
    void read(@TempDir Path folder) throws IOException {
        schema = new XmlSchema(Files.writeString(folder.resolve("schema.xsd"), XSD));
    }

    @Test
    void takesWhatTheSchemaHas() {
        assertThat(violations("<?xml version='1.0' encoding='utf-16'?><toy><id> 7 </id></toy>"))
                .isEmpty();
    }

    @Test
    void findsWhatItHasNot() {
        assertThat(violations("<toy><id>x</id></toy>")).isNotEmpty();
        assertThat(violations("<toy><id>7</id><name/></toy>")).isNotEmpty();
        assertThat(violations("<toy id='7'/>")).isNotEmpty();
        assertThat(violations("<toy>")).isNotEmpty();
    }

    @Test
    void findsARootThatIsNotTheDocumented() {
        assertThat(violations("<error><id>7</id></error>")).containsExactly("the root is none of [toy]");
    }

    @Test
    void isAskedForByTheDocument() {
        var document = Document.of("toys", DOCUMENT, schema);
        var place =
                document.root().at("paths", "/toys", "get", "responses", "200", "content", "application/xml", "schema");

        assertThat(document.xmlViolations(place, "<toy><id>x</id></toy>".getBytes(UTF_8)))
                .isNotEmpty();
        assertThat(Document.of("toys", DOCUMENT).xmlViolations(place, new byte[0]))
                .containsExactly("the document has no schema.xsd beside it");
    }

    private List<String> violations(String xml) {
        return schema.violations(List.of("toy"), xml.getBytes(UTF_8));
    }
}
