package io.parlance.core.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Makes a {@link Reading} of what the sources have for a key. */
final class KeyReader {
    private final Sources sources;

    KeyReader(Sources sources) {
        this.sources = sources;
    }

    Reading read(ConfigKey key) {
        return key.facts().type().isSecret() ? secret(key) : plain(key);
    }

    private Reading plain(ConfigKey key) {
        var found = sources.find(key.key());
        if (found == null) {
            return Reading.standard(key);
        }
        var value = found.value().strip();
        if (key.facts().type().takes(value)) {
            return Reading.of(key, value, found.source());
        }
        return Reading.bad(
                key,
                key.key() + " (" + found.source() + ") is \"" + Shown.of(key.facts(), value) + "\" and "
                        + key.facts().type().expectation());
    }

    private Reading secret(ConfigKey key) {
        var found = sources.find(key.key());
        var file = sources.find(key.facts().fileKey());
        if (file == null) {
            return found == null ? Reading.standard(key) : checked(key, found.value(), found.source());
        }
        if (found != null) {
            return Reading.bad(
                    key,
                    "%s (%s) and %s (%s) are both set; remove one of them"
                            .formatted(key.key(), found.source(), key.facts().fileKey(), file.source()));
        }
        return fromFile(key, file.value().strip());
    }

    private static Reading fromFile(ConfigKey key, String file) {
        var name = key.facts().fileKey() + " names " + file;
        try {
            var value = Files.readString(Path.of(file)).replaceFirst("(\r?\n)+\\z", "");
            return value.isEmpty() ? Reading.bad(key, name + ", which is empty") : checked(key, value, "file " + file);
        } catch (CharacterCodingException e) {
            return Reading.bad(key, name + ", which is no UTF-8 text");
        } catch (IOException | InvalidPathException e) {
            return Reading.bad(
                    key, name + ", which cannot be read (" + reason(e) + "); name a file that the server may read");
        }
    }

    private static Reading checked(ConfigKey key, String value, @Nullable String source) {
        return key.facts().type().takes(value)
                ? new Reading(key, value, source, null)
                : Reading.bad(
                        key,
                        "%s (%s) has %d characters and %s"
                                .formatted(
                                        key.key(),
                                        source,
                                        value.length(),
                                        key.facts().type().expectation()));
    }

    private static String reason(Exception e) {
        return switch (e.getClass().getSimpleName()) {
            case "NoSuchFileException" -> "there is no such file";
            case "AccessDeniedException" -> "permission denied";
            default -> e.getClass().getSimpleName();
        };
    }
}
