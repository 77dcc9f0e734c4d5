package io.parlance.dialect.travtus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parlance.core.tenant.Group;
import io.parlance.core.tenant.GroupFields;
import io.parlance.rest.Json;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a body says about a community. Null says nothing, because serializers send it for whatever was not set; an empty text
 * takes an optional member away.
 */
final class CommunityFields {
    static final String NAME = "name";
    static final String TIMEZONE = "timezone";
    static final String EXTERNAL_REF = "community_external_ref";
    static final String DESCRIPTION = "description";
    static final String EMAIL = "email_address";
    static final String PHONE = "phone_number";
    static final String STATUS = "status";
    static final String WEBSITE = "website_address";
    static final String LATITUDE = "latitude";
    static final String LONGITUDE = "longitude";

    private static final List<String> TEXTS = List.of(DESCRIPTION, EMAIL, PHONE, "property_type", STATUS, WEBSITE);
    private static final List<String> NUMBERS = List.of(LATITUDE, LONGITUDE);
    private static final Pattern EMAIL_ADDRESS = Pattern.compile("[^\\s@]+@[^\\s@.]+(\\.[^\\s@.]+)+");
    /** The reference names no limits; a list shows a hundred communities at once. */
    private static final int MAX_TEXT = 500;

    private static final int MAX_DESCRIPTION = 10_000;

    private final JsonNode body;
    private final FieldErrors errors = new FieldErrors();
    private final Map<String, Object> said = new LinkedHashMap<>();

    CommunityFields(JsonNode body) {
        this.body = body;
        TEXTS.forEach(this::readText);
        NUMBERS.forEach(this::readNumber);
    }

    /** Whether a body names a field that a change may set. */
    static boolean sayAnything(JsonNode body) {
        return body.hasNonNull(NAME)
                || body.hasNonNull(TIMEZONE)
                || TEXTS.stream().anyMatch(body::hasNonNull)
                || NUMBERS.stream().anyMatch(body::hasNonNull);
    }

    /** The fields of a new community; refuses everything that is wrong at once. */
    GroupFields created() {
        var name = required(NAME);
        var timezone = required(TIMEZONE);
        checkTimezone(timezone);
        var externalRef = bounded(EXTERNAL_REF, Fields.text(body, EXTERNAL_REF), MAX_TEXT);
        errors.throwIfAny();
        return new GroupFields(name, externalRef, null, timezone);
    }

    /** Checks a change before the community is looked up. */
    void check() {
        if (body.hasNonNull(NAME)) {
            required(NAME);
        }
        if (body.hasNonNull(TIMEZONE)) {
            checkTimezone(required(TIMEZONE));
        }
        errors.throwIfAny();
    }

    /** The fields of a community after the change. */
    GroupFields changed(Group group) {
        return new GroupFields(
                body.hasNonNull(NAME) ? body.path(NAME).asText() : group.name(),
                group.externalRef(),
                group.alias(),
                body.hasNonNull(TIMEZONE) ? body.path(TIMEZONE).asText() : group.timezone());
    }

    /** What is said about the community besides, on top of what was said before: JSON objects, as text. */
    String attributes(String before) {
        var attributes = (ObjectNode) Json.read(before.getBytes(StandardCharsets.UTF_8));
        said.forEach((member, value) -> {
            if (value.equals("")) {
                attributes.remove(member);
            } else {
                attributes.putPOJO(member, value);
            }
        });
        return Json.write(attributes);
    }

    private void readText(String member) {
        var text = bounded(member, Fields.text(body, member), member.equals(DESCRIPTION) ? MAX_DESCRIPTION : MAX_TEXT);
        if (text == null) {
            return;
        }
        if (member.equals(EMAIL)
                && !text.isEmpty()
                && !EMAIL_ADDRESS.matcher(text).matches()) {
            errors.add(member, "Enter a valid email address.");
        }
        said.put(member, text);
    }

    private void readNumber(String member) {
        var value = body.path(member);
        if (value.isMissingNode() || value.isNull()) {
            return;
        }
        Fields.number(value)
                .ifPresentOrElse(number -> said.put(member, number), () -> errors.add(member, Fields.NO_NUMBER));
    }

    private String required(String member) {
        var text = bounded(member, Fields.requiredText(body, member), MAX_TEXT);
        return text == null ? "" : text;
    }

    private void checkTimezone(String timezone) {
        if (!timezone.isEmpty() && !GroupFields.isTimezone(timezone)) {
            errors.add(TIMEZONE, Fields.notAChoice(body.path(TIMEZONE)));
        }
    }

    private @Nullable String bounded(String member, Fields.Text text, int most) {
        if (text.error() != null) {
            errors.add(member, text.error());
        } else if (text.value() != null && text.value().length() > most) {
            errors.add(member, Fields.tooLong(most));
        }
        return text.value();
    }
}
