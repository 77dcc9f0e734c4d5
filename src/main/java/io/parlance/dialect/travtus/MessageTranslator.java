package io.parlance.dialect.travtus;

import com.fasterxml.jackson.databind.JsonNode;
import io.parlance.core.message.MessageDraft;
import io.parlance.core.message.NaturalKey;
import io.parlance.core.tenant.Group;
import io.parlance.core.thread.Threads;
import io.parlance.rest.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns a body into a draft, or refuses it with everything that is wrong at once. It knows nothing of HTTP. */
@ApplicationScoped
class MessageTranslator {
    private static final Map<String, Channel> CHANNELS = Stream.of(
                    new ReviewChannel(),
                    new SmsChannel(),
                    new EmailChannel(),
                    new WebChatChannel(),
                    new CallTranscriptChannel())
            .collect(Collectors.toMap(Channel::name, Function.identity()));

    @Inject
    Threads threads;

    /**
     * Makes the thread too, if the message is the first of it.
     *
     * @param strict whether {@code message_direction} and an email's {@code references} must be there
     */
    MessageDraft translate(JsonNode body, Group group, boolean strict) {
        var errors = new FieldErrors();
        var envelope = Envelope.read(body, group, strict, errors);
        var channel = channel(body.path("channel"), errors);
        if (channel == null || !hasObject(channel, body, errors)) {
            throw errors.refusal();
        }
        var object = new ChannelObject(channel.name(), body.path(channel.name()), errors);
        var content = channel.read(object, envelope);
        errors.throwIfAny();
        var attributes = new LinkedHashMap<>(envelope.attributes());
        attributes.putAll(object.attributes());
        return MessageDraft.plain(
                        threads.ensure(content.conversation().thread(envelope)), content.author(), content.text())
                .sentAt(content.createdAt())
                .attributes(Json.write(attributes))
                .keyed(new NaturalKey(group.id(), channel.name(), content.source(), content.id()));
    }

    private static @Nullable Channel channel(JsonNode value, FieldErrors errors) {
        if (value.isMissingNode() || value.isNull()) {
            errors.add("channel", FieldErrors.REQUIRED);
            return null;
        }
        var channel = value.isTextual() ? CHANNELS.get(value.textValue()) : null;
        if (channel == null) {
            errors.add("channel", Fields.notAChoice(value));
        }
        return channel;
    }

    private static boolean hasObject(Channel channel, JsonNode body, FieldErrors errors) {
        var object = body.path(channel.name());
        if (object.isMissingNode() || object.isNull()) {
            errors.add(channel.name(), FieldErrors.REQUIRED);
        } else if (!object.isObject()) {
            errors.add(channel.name(), Fields.notAnObject(object));
        }
        return object.isObject();
    }
}
