package io.parlance.dialect.travtus;

import com.fasterxml.jackson.databind.JsonNode;
import io.parlance.core.message.Author;
import io.parlance.core.message.MessageDraft;
import io.parlance.core.message.NaturalKey;
import io.parlance.core.tenant.Group;
import io.parlance.core.thread.NewThread;
import io.parlance.core.thread.Threads;
import io.parlance.rest.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Turns a review body into a draft, or answers everything that is wrong with it at once. */
@ApplicationScoped
class ReviewTranslator {
    private static final String CHANNEL = "review";

    @Inject
    Threads threads;

    MessageDraft translate(JsonNode body, Group group) {
        var errors = new FieldErrors();
        var direction = Fields.direction(body, errors);
        var common = Fields.common(body, errors);
        var review = checkEnvelope(body, errors) ? new ReviewFields(body.path(CHANNEL), errors) : null;
        errors.throwIfAny();
        return draft(group, Objects.requireNonNull(review), direction, common);
    }

    private MessageDraft draft(Group group, ReviewFields review, String direction, Map<String, Object> common) {
        var attributes = new LinkedHashMap<String, Object>(common);
        attributes.put("message_direction", direction);
        attributes.putAll(review.attributes());
        return MessageDraft.plain(thread(group, review.source()), Author.of("reviewer", review.id()), review.comment())
                .sentAt(review.createdAt())
                .attributes(Json.write(attributes))
                .keyed(new NaturalKey(group.id(), CHANNEL, review.source(), review.id()));
    }

    /** Whether there is a review to look into. */
    private static boolean checkEnvelope(JsonNode body, FieldErrors errors) {
        var channel = body.path("channel");
        if (channel.isMissingNode() || channel.isNull()) {
            errors.add("channel", FieldErrors.REQUIRED);
        } else if (!channel.asText().equals(CHANNEL) || !channel.isTextual()) {
            errors.add("channel", Fields.notAChoice(channel));
        } else if (body.path(CHANNEL).isMissingNode() || body.path(CHANNEL).isNull()) {
            errors.add(CHANNEL, FieldErrors.REQUIRED);
        } else if (!body.path(CHANNEL).isObject()) {
            errors.add(
                    CHANNEL,
                    "Invalid data. Expected a dictionary, but got " + Fields.typeName(body.path(CHANNEL)) + ".");
        } else {
            return true;
        }
        return false;
    }

    private UUID thread(Group group, String source) {
        return threads.ensure(NewThread.of(group.tenantId(), TravtusDialect.NAME)
                .inGroup(group.id(), CHANNEL + "/" + source)
                .about("Reviews of " + group.name()));
    }
}
