package io.parlance.core.thread;

import io.parlance.core.store.Ids;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A thread to be made; starts from {@link #of} and is refined by the {@code with}-like methods. */
public record NewThread(
        UUID tenantId,
        UUID id,
        String dialect,
        @Nullable UUID applicationId,
        @Nullable UUID groupId,
        @Nullable String key,
        @Nullable String subject,
        @Nullable String requesterId,
        String status,
        String attributes,
        List<UUID> participants) {
    public static final String OPEN = "open";

    public static NewThread of(UUID tenantId, String dialect) {
        return new NewThread(tenantId, Ids.next(), dialect, null, null, null, null, null, OPEN, "{}", List.of());
    }

    public NewThread id(UUID value) {
        return new NewThread(
                tenantId,
                value,
                dialect,
                applicationId,
                groupId,
                key,
                subject,
                requesterId,
                status,
                attributes,
                participants);
    }

    public NewThread ownedBy(@Nullable UUID application) {
        return new NewThread(
                tenantId,
                id,
                dialect,
                application,
                groupId,
                key,
                subject,
                requesterId,
                status,
                attributes,
                participants);
    }

    /** Places it in a group, found there again by the key where one is given. */
    public NewThread inGroup(@Nullable UUID group, @Nullable String keyInGroup) {
        return new NewThread(
                tenantId,
                id,
                dialect,
                applicationId,
                group,
                keyInGroup,
                subject,
                requesterId,
                status,
                attributes,
                participants);
    }

    public NewThread about(@Nullable String text) {
        return new NewThread(
                tenantId,
                id,
                dialect,
                applicationId,
                groupId,
                key,
                text,
                requesterId,
                status,
                attributes,
                participants);
    }

    public NewThread requestedBy(@Nullable String requester) {
        return new NewThread(
                tenantId,
                id,
                dialect,
                applicationId,
                groupId,
                key,
                subject,
                requester,
                status,
                attributes,
                participants);
    }

    public NewThread startingAs(String word) {
        return new NewThread(
                tenantId,
                id,
                dialect,
                applicationId,
                groupId,
                key,
                subject,
                requesterId,
                word,
                attributes,
                participants);
    }

    /** Takes a JSON object, as text. */
    public NewThread attributes(String json) {
        return new NewThread(
                tenantId, id, dialect, applicationId, groupId, key, subject, requesterId, status, json, participants);
    }

    public NewThread between(List<UUID> users) {
        return new NewThread(
                tenantId,
                id,
                dialect,
                applicationId,
                groupId,
                key,
                subject,
                requesterId,
                status,
                attributes,
                List.copyOf(users));
    }
}
