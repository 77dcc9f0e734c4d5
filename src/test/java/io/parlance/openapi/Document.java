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
import java.util.stream.StreamSupport;

/**
 * An OpenAPI 3.1 document. Besides what the standard says it may have two members: {@code x-unlisted-requests}, with the path
 * {@code prefixes} that belong to the dialect and the {@code responses} to whatever is not listed there, and {@code
 * x-optional-trailing-slash}.
 */
public final class Document {
    private static final Path SOURCES =
            Path.of(System.getProperty("basedir", ""), "src/main/resources/io/parlance/dialect");
    private static final String FILE = "openapi.yaml";
    private static final List<Document> ALL = readAll();

    private final String name;
    private final String id;
    private final JsonNode root;
    private final SchemaRegistry registry;
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    private Document(String name, JsonNode root) {
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
        try {
            return new Document(name, new ObjectMapper().valueToTree(new YAMLMapper().readTree(yaml)));
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

    /** Whether requests to this path belong to the dialect. */
    boolean covers(String path) {
        return StreamSupport.stream(
                        root.path("x-unlisted-requests").path("prefixes").spliterator(), false)
                .map(JsonNode::asText)
                .anyMatch(prefix -> path.equals(prefix) || path.startsWith(prefix + "/"));
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
            return of(dialect.getFileName().toString(), Files.readString(dialect.resolve(FILE)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
