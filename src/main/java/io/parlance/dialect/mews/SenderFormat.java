package io.parlance.dialect.mews;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.UpperCamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.jspecify.annotations.Nullable;

/** The two published generations of {@code Message.Sender}: a plain string, and since September 2025 an object. */
enum SenderFormat {
    STRING,
    OBJECT;

    static SenderFormat named(String name) {
        return name.equals("object") ? OBJECT : STRING;
    }

    /** What is written for {@code Application} or {@code Enterprise}. */
    Object write(String discriminator) {
        return this == STRING ? discriminator : new Sender(discriminator, null);
    }

    /** The object form; its {@code Value} is always null. */
    @JsonNaming(UpperCamelCaseStrategy.class)
    record Sender(String discriminator, @Nullable String value) {}
}
