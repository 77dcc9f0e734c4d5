package io.parlance.dialect.travtus;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The object of a channel, read member by member; what is wrong with them is collected. */
final class ChannelObject {
    /** The reference names no limits; these are what fits into the keys of rows. */
    private static final int MAX_ID = 500;

    private static final int MAX_SOURCE = 200;

    private final String name;
    private final JsonNode members;
    private final FieldErrors errors;
    private final Map<String, Object> attributes = new LinkedHashMap<>();

    ChannelObject(String name, JsonNode members, FieldErrors errors) {
        this.name = name;
        this.members = members;
        this.errors = errors;
    }

    /** The members that were kept, by the names of the wire. */
    Map<String, Object> attributes() {
        return attributes;
    }

    JsonNode member(String member) {
        return members.path(member);
    }

    void refuse(String member, String error) {
        errors.add(name, member, error);
    }

    /** A text that must be there and not blank, and that fits into a key. */
    String id(String member) {
        return bounded(member, noted(member, Fields.requiredText(members, member)), MAX_ID);
    }

    /** An id that may be missing; empty then. */
    String optionalId(String member) {
        return bounded(member, optional(member), MAX_ID);
    }

    /** The provider of the message. */
    String source() {
        var source = bounded("source", optional("source"), MAX_SOURCE);
        return source.isBlank() ? Channel.UNKNOWN : source;
    }

    /** A text that may be missing; empty then. */
    String optional(String member) {
        return noted(member, Fields.text(members, member));
    }

    /** A text that must be there, but may be empty: there are mails without a subject and pictures without words. */
    String written(String member) {
        return noted(member, Fields.writtenText(members, member));
    }

    /** Keeps a text that must be there and not blank. */
    String keepRequired(String member) {
        return keep(member, noted(member, Fields.requiredText(members, member)));
    }

    /** Keeps a text if it is there. */
    String keepOptional(String member) {
        return keep(member, optional(member));
    }

    void keepAllOptional(String... optional) {
        for (var member : optional) {
            keepOptional(member);
        }
    }

    String keep(String member, String text) {
        if (!text.isEmpty()) {
            attributes.put(member, text);
        }
        return text;
    }

    /** Keeps a value as it came. */
    void keep(String member, JsonNode value) {
        attributes.put(member, value);
    }

    /** A time that must be there; the text is kept beside the instant. */
    @Nullable
    Instant requiredTime(String member) {
        return time(member, noted(member, Fields.requiredText(members, member)));
    }

    /** A time that may be missing. */
    @Nullable
    Instant optionalTime(String member) {
        return time(member, optional(member));
    }

    void keepNumber(String member) {
        keep(member, Fields::number, Fields.NO_NUMBER);
    }

    void keepWholeNumber(String member) {
        keep(member, Fields::wholeNumber, Fields.NO_INTEGER);
    }

    private void keep(String member, Function<JsonNode, Optional<? extends Number>> read, String error) {
        var value = members.path(member);
        if (value.isMissingNode() || value.isNull()) {
            return;
        }
        read.apply(value).ifPresentOrElse(number -> attributes.put(member, number), () -> refuse(member, error));
    }

    /** An array of texts; null where it is absent or wrong. */
    @Nullable
    JsonNode texts(String member) {
        var texts = Fields.texts(members, member);
        if (texts.error() != null) {
            refuse(member, texts.error());
        }
        return texts.value();
    }

    private @Nullable Instant time(String member, String text) {
        if (text.isBlank()) {
            return null;
        }
        var instant = WireTime.parse(text);
        if (instant.isEmpty()) {
            refuse(member, WireTime.WRONG_FORMAT);
            return null;
        }
        attributes.put(member, text);
        return instant.get();
    }

    private String bounded(String member, String text, int most) {
        if (text.length() > most) {
            refuse(member, Fields.tooLong(most));
        }
        return text;
    }

    private String noted(String member, Fields.Text text) {
        if (text.error() != null) {
            refuse(member, text.error());
        }
        return text.value() == null ? "" : text.value();
    }
}
