package io.parlance.core.store;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps a short list of words in one text column, one word a line; null stays null. Public because EclipseLink makes it. */
@Converter
public class TextList implements AttributeConverter<@Nullable List<String>, @Nullable String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable List<String> words) {
        return words == null ? null : String.join("\n", words);
    }

    @Override
    public @Nullable List<String> convertToEntityAttribute(@Nullable String lines) {
        if (lines == null) {
            return null;
        }
        return lines.isEmpty() ? List.of() : List.of(lines.split("\n"));
    }
}
