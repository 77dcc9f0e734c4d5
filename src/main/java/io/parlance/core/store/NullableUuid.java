package io.parlance.core.store;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes a {@code uuid} as it is. EclipseLink 4.0's own converter fails on an absent one. Public because EclipseLink makes it. */
@Converter
public class NullableUuid implements AttributeConverter<@Nullable UUID, @Nullable UUID> {
    @Override
    public @Nullable UUID convertToDatabaseColumn(@Nullable UUID id) {
        return id;
    }

    @Override
    public @Nullable UUID convertToEntityAttribute(@Nullable UUID id) {
        return id;
    }
}
