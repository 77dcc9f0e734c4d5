package io.parlance.admin;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.parlance.core.config.Reading;
import org.jspecify.annotations.Nullable;

/**
 * A setting of the installation as this node has it.
 *
 * @param value in force; {@code (set)} for a secret
 * @param standard in force where nobody sets anything
 * @param source who set the value; null for the default
 * @param change {@code at once} or {@code restart}: when a change takes effect
 * @param problem what is wrong with what somebody set instead
 */
public record SettingBody(
        String key,
        @Nullable String value,
        @JsonProperty("default") @Nullable String standard,
        String unit,
        @Nullable String source,
        String change,
        String meaning,
        @Nullable String problem) {
    static SettingBody of(Reading reading) {
        var facts = reading.key().facts();
        return new SettingBody(
                facts.name(),
                reading.shown(),
                facts.standard(),
                facts.type().unit(),
                reading.source(),
                facts.atOnce() ? "at once" : "restart",
                facts.meaning(),
                reading.problem());
    }
}
