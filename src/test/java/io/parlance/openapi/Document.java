package io.parlance.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * An OpenAPI 3.1 document. Besides what the standard says it may have two members: {@code x-unlisted-requests}, with the path
 * {@code prefixes} that belong to the dialect and the {@code responses} to whatever is not listed there, and {@code
 * x-optional-trailing-slash}.
 */
public final class Document {
    private static final Path SOURCES =
            Path.of(System.getProperty("basedir", ""), "src/main/resources/io/parlance/dialect");
    private static final String FILE = "openapi.yaml";
    private static final String XML_FILE = "schema.xsd";
    private static final List<Document> ALL = readAll();

    private final String name;
    private final String id;
    private final JsonNode root;
    private final SchemaRegistry registry;
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();
    private final @Nullable XmlSchema xmlSchema;

    private Document(String name, JsonNode root, @Nullable XmlSchema xmlSchema) {
        this.xmlSchema = xmlSchema;
        this.name = name;
        this.id = "https://parlance.invalid/" + name + ".json";
        this.root = root;
        var config =
                SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
        this.registry =
                SchemaRegistry.withDialect(Dialects.getOpenApi31(), builder -> builder.schemaRegistryConfig(config)
                        .schemas(Map.of(id, root.toString())));
    }

    /** Reads a document from its text. */
    static Document of(String name, String yaml) {
        return of(name, yaml, null);
    }

    /** The same with a schema for XML bodies. */
    static Document of(String name, String yaml, @Nullable XmlSchema xmlSchema) {
        try {
            return new Document(name, new ObjectMapper().valueToTree(new YAMLMapper().readTree(yaml)), xmlSchema);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those of all dialects that have one. */
    static List<Document> all() {
        return ALL;
    }

    /** That of a dialect. */
    public static Document named(String dialect) {
        return ALL.stream()
                .filter(document -> document.name.equals(dialect))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(dialect + " has no document"));
    }

    public String name() {
        return name;
    }

    Place root() {
        return new Place(this, "", root);
    }

    /** Whether requests to this path belong to the dialect; a name in braces stands for a whole number. */
    boolean covers(String path) {
        return StreamSupport.stream(
                        root.path("x-unlisted-requests").path("prefixes").spliterator(), false)
                .map(JsonNode::asText)
                .anyMatch(prefix -> path.matches(pattern(prefix) + "(?s:/.*)?"));
    }

    private static String pattern(String prefix) {
        return Pattern.quote(prefix).replaceAll("\\{\\w+}", "\\\\E(?:[0-9]+|\\\\{\\\\w+})\\\\Q");
    }

    public List<Operation> operations() {
        return root().at("paths").members().entrySet().stream()
                .flatMap(path -> Operation.of(path.getKey(), path.getValue()).stream())
                .toList();
    }

    Optional<Operation> operation(String method, String path) {
        return operations().stream()
                .filter(operation -> operation.method().equals(method) && operation.isAt(path, isSlashOptional()))
                .findFirst();
    }

    /** What is answered where there is no such operation. */
    Place unlistedResponses() {
        return root().at("x-unlisted-requests", "responses");
    }

    Place followed(String pointer, JsonNode node) {
        var reference = node.path("$ref");
        if (!reference.isTextual()) {
            return new Place(this, pointer, node);
        }
        var target = reference.textValue().substring(1);
        if (root.at(target).isMissingNode()) {
            throw new AssertionError(name + ": nothing at " + reference + ", referred to at " + pointer);
        }
        return followed(target, root.at(target));
    }

    List<String> violations(String pointer, JsonNode value) {
        return schemas
                .computeIfAbsent(
                        pointer,
                        at -> registry.getSchema(SchemaLocation.of(
                                id + "#" + at.replace("{", "%7B").replace("}", "%7D"))))
                .validate(value)
                .stream()
                .map(Object::toString)
                .toList();
    }

    /** What is wrong with an XML body, by the schema beside the document; the schema at the place names the roots. */
    List<String> xmlViolations(Place schema, byte[] body) {
        var roots = Stream.concat(Stream.of(schema), schema.at("anyOf").elements().stream())
                .map(place -> place.at("xml").text("name"))
                .toList();
        return xmlSchema == null
                ? List.of("the document has no " + XML_FILE + " beside it")
                : xmlSchema.violations(roots, body);
    }

    @Override
    public String toString() {
        return name;
    }

    private boolean isSlashOptional() {
        return root().flag("x-optional-trailing-slash");
    }

    private static List<Document> readAll() {
        try (var dialects = Files.list(SOURCES)) {
            return dialects.filter(dialect -> Files.exists(dialect.resolve(FILE)))
                    .sorted(Comparator.naturalOrder())
                    .map(Document::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Document read(Path dialect) {
        try {
            var xml = dialect.resolve(XML_FILE);
            return of(
                    dialect.getFileName().toString(),
                    Files.readString(dialect.resolve(FILE)),
                    Files.exists(xml) ? new XmlSchema(xml) : null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
