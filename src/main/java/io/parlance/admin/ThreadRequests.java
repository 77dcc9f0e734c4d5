package io.parlance.admin;

import com.fasterxml.jackson.databind.JsonNode;
import io.parlance.core.store.Ids;
import io.parlance.core.store.Uuids;
import io.parlance.core.tenant.Applications;
import io.parlance.core.tenant.Groups;
import io.parlance.core.tenant.Users;
import io.parlance.core.thread.NewThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads a wish for a thread; whatever it refers to must be of the same tenant. */
@ApplicationScoped
class ThreadRequests {
    private static final String PARTICIPANTS = "participants";
    private static final int MAX_PARTICIPANTS = 1000;
    private static final Members.Length ID = new Members.Length(36, 36);
    private static final Members.Length SUBJECT = new Members.Length(1, 1000);

    @Inject
    InstalledDialects dialects;

    @Inject
    Applications applications;

    @Inject
    Groups groups;

    @Inject
    Users users;

    NewThread read(JsonNode body, UUID tenantId) {
        var members =
                Members.of(body, "dialect", "id", "applicationId", "groupId", "subject", "requesterId", PARTICIPANTS);
        var dialect = members.word("dialect", dialects.names(), null);
        var id = id(members, "id", any -> true);
        var thread = NewThread.of(tenantId, dialect)
                .id(id == null ? Ids.next() : id)
                .ownedBy(id(members, "applicationId", found -> applications
                        .find(tenantId, found)
                        .isPresent()))
                .inGroup(
                        id(members, "groupId", found -> groups.find(tenantId, found)
                                .isPresent()),
                        null)
                .about(members.optionalText("subject", SUBJECT, null))
                .requestedBy(members.optionalText("requesterId", Members.NAME, null))
                .startingAs(dialects.initialStatus(dialect))
                .between(List.copyOf(participants(members, tenantId)));
        members.check();
        return thread;
    }

    private static @Nullable UUID id(Members members, String name, Predicate<UUID> exists) {
        var text = members.optionalText(name, ID, null);
        if (text == null) {
            return null;
        }
        var id = Uuids.parse(text).filter(exists).orElse(null);
        if (id == null) {
            members.refuse(name, "must be the id of one in this tenant");
        }
        return id;
    }

    private Set<UUID> participants(Members members, UUID tenantId) {
        var ids = new LinkedHashSet<UUID>();
        for (var element : members.elements(PARTICIPANTS, MAX_PARTICIPANTS)) {
            participant(element, tenantId)
                    .ifPresentOrElse(
                            ids::add, () -> members.refuse(PARTICIPANTS, "no user of this tenant: " + element));
        }
        return ids;
    }

    /** A person by id or by number. */
    private Optional<UUID> participant(JsonNode element, UUID tenantId) {
        if (element.isIntegralNumber() && element.canConvertToLong()) {
            return users.findByNumbers(tenantId, List.of(element.longValue())).stream()
                    .map(user -> user.id())
                    .findFirst();
        }
        return Uuids.parse(element.asText())
                .filter(id -> element.isTextual() && users.find(tenantId, id).isPresent());
    }
}
