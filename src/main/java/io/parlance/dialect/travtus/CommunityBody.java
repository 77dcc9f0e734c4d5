package io.parlance.dialect.travtus;

import com.fasterxml.jackson.databind.JsonNode;
import io.parlance.core.tenant.GroupProfile;
import io.parlance.rest.Json;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A community as the API shows it: a group with what was said about it.
 *
 * @param unit_count units are not kept here, so there are none
 */
public record CommunityBody(
        UUID community_id,
        @Nullable String community_external_ref,
        String name,
        @Nullable String description,
        Location location,
        @Nullable String timezone,
        int unit_count,
        @Nullable String website,
        @Nullable String phone_number,
        @Nullable String email,
        @Nullable String status) {

    /** Coordinates are sent as numbers, and shown as texts. */
    public record Location(@Nullable String latitude, @Nullable String longitude) {}

    static CommunityBody of(GroupProfile profile) {
        var group = profile.group();
        var said = Json.read(profile.attributes().getBytes(StandardCharsets.UTF_8));
        return new CommunityBody(
                group.id(),
                group.externalRef(),
                group.name(),
                text(said, CommunityFields.DESCRIPTION),
                new Location(decimal(said, CommunityFields.LATITUDE), decimal(said, CommunityFields.LONGITUDE)),
                group.timezone(),
                0,
                text(said, CommunityFields.WEBSITE),
                text(said, CommunityFields.PHONE),
                text(said, CommunityFields.EMAIL),
                text(said, CommunityFields.STATUS));
    }

    private static @Nullable String text(JsonNode said, String member) {
        return said.path(member).textValue();
    }

    private static @Nullable String decimal(JsonNode said, String member) {
        var value = said.path(member);
        return value.isNumber() ? value.decimalValue().toPlainString() : null;
    }
}
