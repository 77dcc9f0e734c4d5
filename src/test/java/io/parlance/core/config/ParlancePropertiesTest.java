package io.parlance.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import io.parlance.run.BuildFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The file says of each key what the enums say, and nothing else. */
class ParlancePropertiesTest {
    private static final List<ConfigKey> KEYS = keys();
    private static final Path FILE = BuildFiles.serverConfig().resolve("parlance.properties");

    @Test
    void showsEveryKeyAsItIs() throws IOException {
        var expected = new TreeMap<String, String>();
        KEYS.forEach(key -> expected.put(key.key(), new PropertiesBlock(key.facts()).text()));
        assertThat(blocks()).containsExactlyInAnyOrderEntriesOf(expected);
    }

    @Test
    void setsNothingAsItIs() throws IOException {
        var properties = new Properties();
        try (var text = Files.newBufferedReader(FILE)) {
            properties.load(text);
        }
        assertThat(properties).isEmpty();
    }

    @Test
    void findsTheKeysOfDialectsToo() {
        assertThat(KEYS).hasSizeGreaterThan(CoreKey.values().length).doesNotHaveDuplicates();
    }

    /** The paragraphs of the file that show a key, by its name. */
    private static Map<String, String> blocks() throws IOException {
        var blocks = new TreeMap<String, String>();
        for (var paragraph : Files.readString(FILE).split("\n\n")) {
            var block = paragraph.strip().replaceFirst("\\A# ---.*\n", "");
            block.lines()
                    .filter(line -> line.startsWith("#parlance."))
                    .findFirst()
                    .ifPresent(line -> blocks.put(line.substring(1, line.indexOf('=')), block));
        }
        return blocks;
    }

    /** All constants of all enums of keys, whichever package they are in. */
    private static List<ConfigKey> keys() {
        return new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests()).importPackages("io.parlance").stream()
                        .filter(type -> type.isEnum() && type.isAssignableTo(ConfigKey.class))
                        .map(JavaClass::reflect)
                        .flatMap(ParlancePropertiesTest::constants)
                        .toList();
    }

    private static Stream<ConfigKey> constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants()).map(ConfigKey.class::cast);
    }
}
